using System.Globalization;
using HypeWatch.Reading;

namespace HypeWatch.Benchmarks;

/// <summary>Fingerprints of two thousand stretches of text and an index of them, against cutting the same into hashed words.</summary>
internal sealed class NearDuplicateGoal : IGoal
{
    private const int Documents = 2000;
    private const int Length = 6000;

    public string Name => "N1";

    public string Description => "winnowing fingerprints with their places, against cutting into words and hashing these (goal: at most 2.0, and at most 1 byte allocated per character)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var text = Texts.In(data);
        var random = new Random(3);
        var documents = Enumerable.Range(0, Documents).Select(_ => random.Next(Math.Max(1, text.Length - Length))).Select(at => text[at..Math.Min(text.Length, at + Length)]).ToList();
        long sum = 0;
        Fingerprints();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var marks = Fingerprints();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var (product, peer) = await Stopwatches.InterleavedAsync(
            () =>
            {
                sum += Fingerprints();
                return Task.CompletedTask;
            },
            () =>
            {
                sum += Words();
                return Task.CompletedTask;
            });
        var characters = documents.Sum(document => (long)document.Length);
        return new(product, "words and hashes", peer, string.Create(CultureInfo.InvariantCulture, $"{characters} characters, {marks} marks, {(double)allocated / characters:0.00} bytes per character, checksum {sum & 0xffff}"));

        long Fingerprints()
        {
            long count = 0;
            foreach (var document in documents) count += Fingerprint.Of(document).Length;
            return count;
        }

        long Words()
        {
            ulong hash = 0;
            foreach (var document in documents)
            {
                var i = 0;
                while (i < document.Length)
                {
                    while (i < document.Length && !char.IsLetterOrDigit(document[i])) i++;
                    var word = 14695981039346656037UL;
                    for (; i < document.Length && char.IsLetterOrDigit(document[i]); i++) word = (word ^ (uint)(document[i] | 0x20)) * 1099511628211UL;
                    hash += word;
                }
            }

            return (long)(hash & 0xff);
        }
    }
}
