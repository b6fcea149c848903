using System.Runtime.CompilerServices;

namespace HypeWatch.Evals.Bench;

/// <summary>Roles of the sentences of computer-science abstracts.</summary>
internal sealed class CsAbstructBench : IBench
{
    public string Name => "csabstruct";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var roles = new LearnedReaders().Roles;
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "dev"}.jsonl"), ct))
        {
            var read = roles.Read([.. item.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)]);
            yield return new { Id = item.GetProperty("id"), Labels = read.Select(role => role.ToString().ToLowerInvariant()) };
        }
    }
}
