using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Fakes;

/// <summary>Stands for a language model: of each request it takes the sentences that say what can be used, and keeps every reading.</summary>
internal static partial class PointingModel
{
    public static string Answer(ChatRequest request) => request.Purpose switch
    {
        "extract-claims" => JsonSerializer.Serialize(new
        {
            claims = Sentence().Matches(request.Messages[1].Content).Select(match => new
            {
                sentences = new[] { int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture) }, first_words = (string?)null, last_words = (string?)null,
                quote = (string?)null, types = new[] { "T9" }, strength = "S4", certainty = "C3", mode = "asserts", polarity = "positive", asserter = (string?)null,
                attributed_to = (string?)null, comparative_to = (string?)null, normalised = (string?)null, confidence = 0.9,
            }),
            caveats = Array.Empty<object>(),
        }),
        "verify-claims" => """{"verdicts":[]}""",
        "judge-warrant" => """{"warrants":[]}""",
        "propose-flags" => """{"flags":[]}""",
        "defend-claims" => """{"defences":[]}""",
        "attribute-claims" => """{"voices":[]}""",
        _ => """{"rewordings":[]}""",
    };

    [GeneratedRegex(@"^\[(?<number>\d+)\] [^\n]* can be used ", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();
}
