using System.Runtime.CompilerServices;
using System.Text;
using HypeWatch.Http;

namespace HypeWatch.Evals.Bench;

/// <summary>May an agent fetch an address?</summary>
internal sealed class RobotsBench : IBench
{
    public string Name => "robots";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "cases.jsonl"), ct))
        {
            var rules = Robots.Parse(Encoding.UTF8.GetBytes(item.GetProperty("robots").GetString()!), item.GetProperty("agent").GetString()!);
            yield return new { Id = item.GetProperty("id"), Allowed = rules.Forbids(PathOf(item.GetProperty("url").GetString()!)) is null };
        }
    }

    // As written: the cases are about spellings that parsing an address would change.
    private static string PathOf(string url)
    {
        var start = url.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? url.IndexOfAny(['/', '?'], at + 2) : url.IndexOf('/', StringComparison.Ordinal);
        var path = start < 0 ? "/" : url[start..];
        return path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? path[..hash] : path;
    }
}
