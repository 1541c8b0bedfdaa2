#!/bin/busybox sh
# The guest's first process: loads the modules, lays a writable layer over the shared root and runs the job there.
B=/bin/busybox
$B mount -t proc proc /proc
$B mount -t sysfs sys /sys
$B mount -t devtmpfs dev /dev
say() { read -r up _ </proc/uptime; echo "GUEST $1 $up" >/dev/console; }
say init

while read -r module options; do
  # shellcheck disable=SC2086 # options are words
  $B insmod "/m/$module.ko" $options || say "insmod-$module-failed"
done </modules.order
say modules

options=trans=virtio,version=9p2000.L,msize=1048576
$B mount -t 9p -o $options,ro,cache=loose host /lower || say no-root-share
$B mount -t tmpfs tmpfs /rw
$B mkdir /rw/u /rw/w
$B mount -t overlay -o lowerdir=/lower,upperdir=/rw/u,workdir=/rw/w layer /new || say no-overlay
for folder in proc sys dev; do $B mount -o move /$folder /new/$folder; done
$B mkdir -p /new/dev/pts /new/dev/shm /new/run
$B mount -t devpts devpts /new/dev/pts
$B mount -t tmpfs tmpfs /new/dev/shm
$B mount -t tmpfs tmpfs /new/run
$B mkdir -p /new/run/lab
$B mount -t 9p -o $options,cache=none out /new/run/lab || echo "GUEST no-out-share" >/new/dev/console
$B mount -t configfs configfs /new/sys/kernel/config
$B ifconfig lo 127.0.0.1 up
read -r up _ </new/proc/uptime
echo "GUEST root $up" >/new/dev/console
exec $B switch_root -c /dev/console /new /bin/sh /run/lab/job.sh
