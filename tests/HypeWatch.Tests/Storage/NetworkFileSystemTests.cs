using HypeWatch.Storage;

namespace HypeWatch.Tests.Storage;

public sealed class NetworkFileSystemTests
{
    private static readonly string[] Mounts =
    [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/export /mnt/team nfs4 rw 0 0",
        "//server/share /mnt/my\\040share cifs rw 0 0",
        "/dev/sdb1 /mnt/team/local ext4 rw 0 0",
    ];

    [Theory]
    [InlineData("/home/a/data", "ext4")]
    [InlineData("/mnt/team", "nfs4")]
    [InlineData("/mnt/team/x/y", "nfs4")]
    [InlineData("/mnt/teammate", "ext4")]
    [InlineData("/mnt/team/local/x", "ext4")]
    [InlineData("/mnt/my share/x", "cifs")]
    public void The_longest_mount_point_decides(string path, string kind) => Assert.Equal(kind, NetworkFileSystem.KindOf(path, Mounts));

    [Fact]
    public void A_local_directory_is_not_refused() => NetworkFileSystem.Refuse(Path.GetTempPath());
}
