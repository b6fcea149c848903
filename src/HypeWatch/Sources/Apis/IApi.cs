using HypeWatch.Http;

namespace HypeWatch.Sources.Apis;

/// <summary>
/// One service with an API: what to ask, and how to read the answers. Pure: no clock, no network, no database, so that a recorded answer is read exactly like a live
/// one. One file each, found by scanning the assembly.
/// </summary>
internal interface IApi
{
    /// <summary>The name by which <see cref="SourceSettings.Kind"/> selects it.</summary>
    string Kind { get; }

    /// <summary>What must be set before it can be asked.</summary>
    SourceNeeds Needs { get; }

    /// <summary>The first questions of a poll.</summary>
    IEnumerable<ApiCall> Start(ApiAsk ask);

    /// <summary>The reader of an answer of this service, whoever asked; null when the address is none that it reads. A source whose address has a query is asked so.</summary>
    ApiCall? Reading(ApiRequest request, ApiAsk ask);
}

/// <summary>What a poll is about.</summary>
/// <param name="Source">The entry of the configuration.</param>
/// <param name="Since">What is older was read before.</param>
/// <param name="Now">The time of the poll.</param>
/// <param name="Key">Value of a setting such as <c>Keys:SemanticScholar</c>; null when it is not set.</param>
/// <param name="Contact">The operator's mail address; null when it is not set.</param>
internal sealed record ApiAsk(SourceSettings Source, DateTimeOffset Since, DateTimeOffset Now, Func<string, string?> Key, string? Contact)
{
    /// <summary>The address of the service without a slash at its end: that of the entry, else the usual one.</summary>
    public string Base(string usual) => (string.IsNullOrWhiteSpace(Source.Url) ? usual : Source.Url).TrimEnd('/');
}

/// <summary>One question with the reader of its answer.</summary>
/// <param name="Request">What to ask.</param>
/// <param name="Read">Reads a good answer.</param>
internal sealed record ApiCall(ApiRequest Request, Func<ApiBody, ApiPage> Read)
{
    /// <summary>US dollars that the answer may cost at most.</summary>
    public decimal Cost { get; init; }

    /// <summary>What an error means at this service, where that differs from the usual; null from it for the usual meaning.</summary>
    public Func<ApiAnswer, ApiEnd?>? Judge { get; init; }

    /// <summary>What is asked instead when this cannot be had.</summary>
    public ApiCall? Instead { get; init; }

    /// <summary>Asks for JSON.</summary>
    public static ApiCall Json(ApiRequest request, Func<JsonView, Uri, ApiPage> read) => new(request, body =>
    {
        var view = JsonView.Parse(body.Bytes, out var defect, out var isCut);
        return defect is null ? read(view, body.Url) : ApiPage.Broken(body, defect, isCut);
    });

    /// <summary>Asks for JSON.</summary>
    public static ApiCall Json(Uri url, Func<JsonView, Uri, ApiPage> read) => Json(new ApiRequest(url), read);

    /// <summary>Asks for XML.</summary>
    public static ApiCall Xml(ApiRequest request, Func<XmlView, Uri, ApiPage> read) => new(request with { Accept = "application/xml, application/atom+xml, application/rss+xml, text/xml;q=0.9" }, body =>
    {
        var view = XmlView.Parse(body.Text, out var defect, out var isCut);
        if (defect is null) return read(view, body.Url);
        // A page in place of the data names no element that the reader looks for.
        var page = read(view, body.Url);
        return page with { Next = [], End = ApiPage.Broken(body, defect, isCut).End };
    });

    /// <summary>Asks for XML.</summary>
    public static ApiCall Xml(Uri url, Func<XmlView, Uri, ApiPage> read) => Xml(new ApiRequest(url), read);

    /// <summary>Asks for plain text.</summary>
    public static ApiCall PlainText(ApiRequest request, Func<string, Uri, ApiPage> read) => new(request with { Accept = "text/plain, */*;q=0.5" }, body => read(body.Text, body.Url));
}

/// <summary>A good answer.</summary>
/// <param name="Bytes">The body.</param>
/// <param name="ContentType">Media type with parameters as stated.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Url">The address that answered.</param>
internal sealed record ApiBody(ReadOnlyMemory<byte> Bytes, string ContentType, IReadOnlyDictionary<string, string> Headers, Uri Url)
{
    /// <summary>The body as characters.</summary>
    public string Text => FeedText.Decode(Bytes, ContentType);
}

/// <summary>What an answer holds.</summary>
/// <param name="Items">What is announced.</param>
/// <param name="Next">What to ask next.</param>
internal sealed record ApiPage(IReadOnlyList<Announced> Items, IReadOnlyList<ApiCall> Next)
{
    /// <summary>Why the answer is not what was asked for; null when it is.</summary>
    public ApiEnd? End { get; init; }

    /// <summary>US dollars that the answer did cost.</summary>
    public decimal Cost { get; init; }

    /// <summary>Works, for look-ups.</summary>
    public IReadOnlyList<Model.WorkRecord> Works { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static ApiPage Nothing { get; } = new([], []);

    /// <summary>An answer of announced things, and the next page if there is one.</summary>
    public static ApiPage Of(IEnumerable<Announced?> items, params ReadOnlySpan<ApiCall?> next)
    {
        var calls = new List<ApiCall>();
        foreach (var call in next)
            if (call is not null) calls.Add(call);
        return new([.. items.OfType<Announced>()], calls);
    }

    /// <summary>An answer that says that something is wrong.</summary>
    public static ApiPage Ended(PollState state, string reason, TimeSpan? after = null) => Nothing with { End = new(state, reason, after) };

    /// <summary>An answer that is not of the promised form.</summary>
    public static ApiPage Broken(ApiBody body, string defect, bool isCut) => Nothing with { End = ApiEnd.OfUnreadable(body, defect, isCut) };
}
