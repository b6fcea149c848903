namespace HypeWatch.Tests.Fakes;

/// <summary>
/// Compares a whole output with an approved file in the folder <c>Approved</c> of a room's tests. A difference fails and leaves the new output beside it as
/// <c>*.received</c>; to accept it, move that file over the approved one.
/// </summary>
internal static class Approved
{
    public static void Check(string room, string file, string actual)
    {
        var path = Repository.Path($"tests/HypeWatch.Tests/{room}/Approved/{file}");
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == actual)
        {
            File.Delete(path + ".received");
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".received", actual);
        string[] before = approved.Split('\n'), after = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(before.Length, after.Length)).First(i => i >= before.Length || i >= after.Length || before[i] != after[i]);
        Assert.Fail($"{file} differs from line {line + 1} on.\napproved: {before.ElementAtOrDefault(line)}\nreceived: {after.ElementAtOrDefault(line)}\nTo accept: mv {path}.received {path}");
    }
}
