using System.Text.Json;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Sources.Apis;
using HypeWatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Fakes;

/// <summary>Everything behind a poll of a service, real up to the network, in whose place given exchanges are played. It is 25 November 2026, noon.</summary>
internal sealed class ApiStage : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly IConfiguration keys;
    private readonly IOptions<HttpSettings> settings;
    private bool ownsDatabase = true;

    private ApiStage(TestDatabase database, IReadOnlyList<Exchange> exchanges, IConfiguration keys, string? contact)
    {
        this.database = database;
        Answers = new(exchanges);
        this.keys = keys;
        settings = Options.Create(new HttpSettings { Retries = 0, HostDelaySeconds = 0, HostDelays = new Dictionary<string, double>(), ContactAddress = contact });
        Http = new(settings, Time, NullLogger<PoliteHttp>.Instance, new MemoryHostLedger(), Answers);
        Memory = new(database.Database);
        Catalog = new(Options.Create(new SourceList()), settings, this.keys, [.. Apis.Select(Source)]);
    }

    /// <summary>All connectors, found as the product finds them.</summary>
    public static IReadOnlyList<IApi> Apis { get; } =
        [.. typeof(IApi).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IApi))).Select(type => (IApi)Activator.CreateInstance(type)!)];

    public RecordedAnswers Answers { get; }

    public FakeTime Time { get; } = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    public PoliteHttp Http { get; }

    public SourceMemory Memory { get; }

    public SourceCatalog Catalog { get; }

    public Database Database => database.Database;

    public static async Task<ApiStage> OpenAsync(IReadOnlyList<Exchange> exchanges, IEnumerable<KeyValuePair<string, string?>>? keys = null, string? contact = null) =>
        new(await TestDatabase.CreateAsync(), exchanges, new ConfigurationBuilder().AddInMemoryCollection(keys ?? []).Build(), contact);

    /// <summary>The same stage with other answers; its database lives on.</summary>
    public ApiStage With(IReadOnlyList<Exchange> exchanges) => new(database, exchanges, keys, settings.Value.ContactAddress) { ownsDatabase = false };

    public Task<SourcePoll> PollAsync(SourceSettings source) => Catalog.PollAsync(source, CancellationToken.None);

    public ApiSource Source(IApi api) => new(api, Http, Memory, keys, settings, Time);

    public Bibliography Bibliography() => new(Apis.OfType<IWorkApi>(), Http, keys, settings, Time);

    /// <summary>An item in one line, as far as something is known: key, title, authors, day, kind, status, version, parent, votes, where it is read or what sort of text was sent.</summary>
    public static string Line(SourceItem item)
    {
        var facts = item.Metadata;
        string?[] parts =
        [
            item.Key, facts.Title, facts.Authors is null ? null : string.Join("; ", facts.Authors), facts.Published?.ToString() is { } day and not "unknown" ? day : null, facts.Kind is { } kind ? Code<DocumentKind>.Of(kind) : null,
            facts.Status is { } status ? "is " + Code<AnnouncedStatus>.Of(status) : null, facts.Version is null ? null : "version " + facts.Version, facts.Parent is null ? null : "about " + facts.Parent,
            facts.Aliases is null ? null : "also " + string.Join(" ", facts.Aliases), facts.Publisher is null ? null : "by " + facts.Publisher,
            facts.Reception is null ? null : "votes " + JsonSerializer.Serialize(new[] { facts.Reception.Score, facts.Reception.Agreement, facts.Reception.Replies }),
            item.Content is { } content ? $"{content.ContentType.Split(';')[0]} {System.Text.Encoding.UTF8.GetString(content.Bytes.Span)}" : item.Url == item.Key ? null : "at " + item.Url,
        ];
        return string.Join(" | ", parts.Where(part => part is not null));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (ownsDatabase) await database.DisposeAsync();
    }
}
