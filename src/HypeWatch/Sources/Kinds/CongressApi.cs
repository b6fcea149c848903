using System.Globalization;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Sources.Kinds;

/// <summary>Bills, and other lists of congress.gov (api.congress.gov), by last change. Its search is not in the API: set Keywords.</summary>
internal sealed class CongressApi : IApi
{
    private const string Key = "Keys:DataGov";

    private static readonly Dictionary<string, string> Bills = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hr"] = "house-bill", ["s"] = "senate-bill", ["hres"] = "house-resolution", ["sres"] = "senate-resolution", ["hjres"] = "house-joint-resolution", ["sjres"] = "senate-joint-resolution",
        ["hconres"] = "house-concurrent-resolution", ["sconres"] = "senate-concurrent-resolution",
    };

    /// <inheritdoc/>
    public string Kind => "congress";

    /// <inheritdoc/>
    public SourceNeeds Needs { get; } = new("https://api.congress.gov/v3", "lists: bill, or bill/119") { RequiresQueries = true, Keys = [new(Key, "free at https://api.data.gov/signup/")] };

    /// <inheritdoc/>
    public IEnumerable<ApiCall> Start(ApiAsk ask) => ask.Source.Queries.Select(list => Call(ask, ApiText.Address(
        $"{ask.Base(Needs.Address!)}/{list.Trim('/')}", ("format", "json"), ("limit", "250"), ("offset", "0"), ("fromDateTime", ask.Since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)), ("sort", "updateDate desc"))));

    /// <inheritdoc/>
    public ApiCall? Reading(ApiRequest request, ApiAsk ask) => request.Url.AbsolutePath.StartsWith("/v3/", StringComparison.Ordinal) ? Call(ask, request.Url) : null;

    private static ApiCall Call(ApiAsk ask, Uri url) => ApiCall.Json(new ApiRequest(url) { Credential = ask.Key(Key) is { } key ? new("X-Api-Key", key) : null }, (answer, from) =>
    {
        if (!answer.IsObject) return ApiPage.Ended(PollState.Broken, "congress.gov answered no list");
        var bills = answer["bills"].IsList ? answer["bills"].Items.ToList() : answer["bill"].IsObject ? [answer["bill"]] : [.. answer["relatedBills"].Items];
        var offset = ApiText.Parameter(from, "offset", 0) + bills.Count;
        // The address of the next page may hold the key.
        var next = bills.Count > 0 && !answer["pagination"]["next"].IsMissing ? Call(ask, ApiText.With(from, "offset", offset.ToString(CultureInfo.InvariantCulture))) : null;
        return ApiPage.Of(bills.Select(Announce), next);
    });

    private static Announced? Announce(JsonView bill)
    {
        if (bill["type"].Text is not { } type || bill["number"].Text is not { } number || bill["congress"].Number is not { } congress || !Bills.TryGetValue(type, out var path) || !number.All(char.IsAsciiDigit)) return null;
        var action = bill["latestAction"];
        return new(FormattableString.Invariant($"https://www.congress.gov/bill/{congress}{Ordinal(congress)}-congress/{path}/{number}"), bill["title"].Text is { Length: > 0 } title ? title : $"{type} {number}")
        {
            Authors = bill["sponsors"].Items.Select(sponsor => sponsor["fullName"].Text), Kind = DocumentKind.Policy, Publisher = "US Congress", Version = bill["updateDate"].Text, Summary = action["text"].Text ?? "",
            Published = PublicationDate.TryParseIso(bill["introducedDate"].Text, "congress:introducedDate") ?? PublicationDate.TryParseIso(action["actionDate"].Text, "congress:actionDate"),
        };
    }

    private static string Ordinal(long number) => (number % 100 is >= 11 and <= 13, number % 10) switch { (false, 1) => "st", (false, 2) => "nd", (false, 3) => "rd", _ => "th" };
}
