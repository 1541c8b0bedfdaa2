"""The first start: a page of small steps that can be left out and taken up later."""
