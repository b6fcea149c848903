using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Bench;

/// <summary>Units of abstracts and what they serve: roles of the product, named as the set names them; the first offer is the main unit, and all others serve it.</summary>
internal sealed class SciArgBench : IBench
{
    public string Name => "sciarg";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new LearnedReaders().Roles;
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Domain ?? "cl"}.{request.Split ?? "train"}.jsonl"), ct))
        {
            var units = item.GetProperty("units").EnumerateArray().ToList();
            var texts = units.ConvertAll(unit => unit.GetProperty("text").GetString()!);
            var roles = reader.ReadUnits(texts);
            var main = Math.Max(0, roles.ToList().IndexOf(SentenceRole.Objective));
            var root = units[main].GetProperty("pos").GetInt32();
            yield return new
            {
                Id = item.GetProperty("id"),
                Units = units.Select((unit, i) => new
                {
                    Pos = unit.GetProperty("pos"), Type = Type(roles[i]), Main = i == main, Parent = i == main ? 0 : root,
                    Relation = i == main ? "none" : roles[i] is SentenceRole.Result ? "support" : roles[i] is SentenceRole.Background ? "info-required" : "elaboration",
                }),
            };
        }
    }

    private static string Type(SentenceRole role) => role switch
    {
        SentenceRole.Background => "motivation",
        SentenceRole.Objective => "proposal",
        SentenceRole.Method => "method",
        SentenceRole.Result => "outcomes",
        _ => "other",
    };
}
