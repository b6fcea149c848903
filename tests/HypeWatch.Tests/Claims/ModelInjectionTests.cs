using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.Claims;
using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Claims;

/// <summary>
/// The hostile pages of <see cref="InjectionSuiteTests"/> through the path with a language model, here one that lists every sentence: what is hidden changes no request, and what is said openly
/// is one more sentence of the data, fenced, and changes none of the other rows.
/// </summary>
public sealed partial class ModelInjectionTests(ModelInjectionTests.Listing listing) : IClassFixture<ModelInjectionTests.Listing>
{
    [Theory]
    [MemberData(nameof(InjectionSuiteTests.Hidden), MemberType = typeof(InjectionSuiteTests))]
    public async Task What_a_page_hides_changes_neither_request_nor_row(string attack, string place)
    {
        var clean = await listing.RowsAsync(await InjectionSuiteTests.CleanAsync());
        var asked = listing.Requests.Count;
        Assert.Equal(clean, await listing.RowsAsync(await InjectionSuiteTests.HiddenAsync(attack, place)));
        // A request that was made before is answered from the store: another one would have come to the server.
        Assert.Equal(asked, listing.Requests.Count);
        Assert.NotEmpty(clean);
    }

    [Theory]
    [MemberData(nameof(InjectionSuiteTests.Open), MemberType = typeof(InjectionSuiteTests))]
    public async Task What_a_page_says_openly_stays_inside_the_data_and_changes_none_of_the_other_rows(string attack)
    {
        var clean = await listing.RowsAsync(await InjectionSuiteTests.CleanAsync());
        var asked = listing.Requests.Count;
        var hostile = await listing.RowsAsync(await InjectionSuiteTests.OpenAsync(attack));
        Assert.Equal(clean, hostile.Intersect(clean));
        Assert.InRange(listing.Requests.Count, asked + 1, asked + 4);
        Assert.All(listing.Requests, request => Assert.Equal(["system", "user"], request.Messages.Select(message => message.Role)));
        Assert.Single(listing.Requests.Where(request => request.Purpose == "extract-claims").Select(request => request.Messages[0].Content).Distinct(StringComparer.Ordinal));
    }

    /// <summary>One engine over one server for all pages of the class.</summary>
    public sealed class Listing : IAsyncLifetime, IDisposable
    {
        private readonly ChatServer server = new ChatServer().Otherwise(Answer);
        private readonly ModelSeam seam;
        private readonly ModelClaimEngine engine;

        public Listing()
        {
            seam = new(server.Endpoint);
            engine = ClaimsServices.OnModel(new LexiconSet(), seam.Runner, seam.Settings);
        }

        internal IReadOnlyList<ChatRequest> Requests => server.Requests;

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await server.DisposeAsync();

        public void Dispose() => seam.Dispose();

        internal async Task<List<string>> RowsAsync(DocumentVersion version)
        {
            var found = await engine.ExtractAsync(version, CancellationToken.None);
            Assert.Equal("model", found.Tally.Engine);
            return [.. found.Claims.Select(claim => string.Join('\t', claim.Quote, claim.Normalised, claim.Type, claim.Strength, claim.Certainty, claim.Mode, claim.Asserter, claim.Place))];
        }
    }

    private static string Answer(ChatRequest request) => request.Purpose switch
    {
        "extract-claims" => JsonSerializer.Serialize(new
        {
            claims = Number().Matches(request.Messages[1].Content).Select(match => new
            {
                sentences = new[] { int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) }, first_words = (string?)null, last_words = (string?)null, quote = (string?)null, types = new[] { "T2" },
                strength = "S2", certainty = "C3", mode = "asserts", polarity = "positive", asserter = (string?)null, attributed_to = (string?)null, comparative_to = (string?)null,
                normalised = (string?)null, confidence = 0.9,
            }),
            caveats = Array.Empty<object>(),
        }),
        "verify-claims" => """{"verdicts":[]}""",
        "attribute-claims" => """{"voices":[]}""",
        _ => """{"rewordings":[]}""",
    };

    [GeneratedRegex(@"^\[(?<number>\d+)\] ", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
