namespace HypeWatch.Tests.Fakes;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    public static string Path(string relative) => System.IO.Path.Combine([Root, .. relative.Split('/')]);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "HypeWatch.sln"))) directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException("the tests must run inside the checkout");
    }
}
