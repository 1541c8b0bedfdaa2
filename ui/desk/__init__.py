"""The supervisor's pages: certificates and products, queue, account."""
