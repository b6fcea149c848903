using System.Globalization;
using System.Text;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Cuts the passages of a document into pieces that one request can hold, at headings where it can: a change in one section then leaves the requests of the others as they were.</summary>
internal static class PassageBatches
{
    /// <summary>Sentences in one request.</summary>
    private const int Most = 240;
    private const int EnoughForHeading = Most / 2;

    /// <summary>The passages that a model can be shown, in order.</summary>
    public static IReadOnlyList<Passage> Sendable(IEnumerable<Passage> passages) =>
        [.. passages.Where(passage => passage.Span.Length is > 0 and <= ShownText.LongestSentence).OrderBy(passage => passage.Index)];

    /// <summary>Cuts passages into batches, in order. A batch ends where the appendix begins.</summary>
    public static IEnumerable<IReadOnlyList<Passage>> Of(IEnumerable<Passage> passages)
    {
        var batch = new List<Passage>();
        var characters = 0;
        var sendable = Sendable(passages);
        var appendix = sendable.FirstOrDefault(passage => passage.Place is Place.Appendix)?.Index;
        foreach (var passage in sendable)
        {
            var atHeading = batch.Count >= EnoughForHeading && batch[^1].Heading != passage.Heading;
            var atAppendix = passage.Index == appendix && batch.Count > 0;
            if (batch.Count == Most || atHeading || atAppendix || (batch.Count > 0 && characters + passage.Span.Length > ShownText.MostOfRequest))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(passage);
            characters += passage.Span.Length;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>The batch as the model is shown it: a number and one sentence a line, and a line for each new part of the document.</summary>
    /// <param name="batch">The passages.</param>
    /// <param name="lines">Their words, one line each.</param>
    public static string Show(IReadOnlyList<Passage> batch, IReadOnlyList<string> lines)
    {
        var shown = new StringBuilder();
        var part = "";
        for (var i = 0; i < batch.Count; i++)
        {
            var heading = ShownText.Of(batch[i].Heading);
            var speaker = batch[i].Speaker is { } name ? $"; speaker: {ShownText.Of(name)}" : "";
            var next = $"## {batch[i].Place.ToCode()}{(heading.Length > 0 ? ": " : "")}{heading}{speaker}";
            if (next != part) shown.Append(part = next).Append('\n');
            shown.Append(CultureInfo.InvariantCulture, $"[{i + 1}] {lines[i]}\n");
        }

        return shown.ToString().TrimEnd('\n');
    }
}
