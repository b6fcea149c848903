using System.Text.Json;
using System.Text.Json.Nodes;
using HypeWatch.Claims;
using HypeWatch.Evidence;
using HypeWatch.Flags.Hearings;
using HypeWatch.Llm;
using HypeWatch.Predictions;
using HypeWatch.Propagation;

namespace HypeWatch.Tests.Llm;

public sealed class ReplySchemaTests
{
    /// <summary>The record of each prompt's reply.</summary>
    private static readonly Dictionary<string, Type> Records = new(StringComparer.Ordinal)
    {
        ["claims/attribute-claims"] = typeof(AttributionReply), ["claims/extract-claims"] = typeof(ClaimReply), ["claims/normalise-claims"] = typeof(NormalisedReply),
        ["claims/verify-claims"] = typeof(VerdictReply), ["evidence/judge-support"] = typeof(SupportReply), ["evidence/judge-warrant"] = typeof(WarrantReply),
        ["propagation/compare-claims"] = typeof(ComparisonReply), ["predictions/propose-resolution"] = typeof(ProposalReply),
        ["flags/propose-flags"] = typeof(FlagProposalReply), ["flags/defend-claims"] = typeof(DefenceReply),
    };

    [Fact]
    public void Each_prompt_has_an_example_that_parses_to_its_record_and_says_every_field()
    {
        var files = PromptLibrary.EmbeddedFiles().ToDictionary(StringComparer.Ordinal);
        foreach (var prompt in PromptLibrary.Embedded().All)
        {
            var example = files[$"{prompt.Key}.example.json"];
            var record = JsonSerializer.Deserialize(example, Records[prompt.Key], ReplySchema.Json);
            var again = JsonSerializer.Serialize(record, Records[prompt.Key], ReplySchema.Json);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(example), JsonNode.Parse(again)), $"{prompt.Key}: {again}");
            Assert.Contains(Records[prompt.Key].Name, prompt.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_schema_keeps_to_the_strict_subset()
    {
        var pending = new Stack<JsonElement>([ReplySchema.Of<ClaimReply>(), ReplySchema.Of<AttributionReply>(), ReplySchema.Of<VerdictReply>(), ReplySchema.Of<NormalisedReply>(), ReplySchema.Of<SupportReply>(), ReplySchema.Of<WarrantReply>(), ReplySchema.Of<FlagProposalReply>(), ReplySchema.Of<DefenceReply>()]);
        var objects = 0;
        while (pending.TryPop(out var schema))
        {
            Assert.True(schema.TryGetProperty("type", out _), schema.GetRawText());
            string[] allowed = ["type", "properties", "required", "additionalProperties", "items", "enum", "description"];
            Assert.All(schema.EnumerateObject(), property => Assert.Contains(property.Name, allowed));
            if (schema.TryGetProperty("items", out var items)) pending.Push(items);
            if (!schema.TryGetProperty("properties", out var properties)) continue;
            objects++;
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            Assert.Equal(properties.EnumerateObject().Select(property => property.Name), schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
            foreach (var property in properties.EnumerateObject()) pending.Push(property.Value);
        }

        Assert.Equal(20, objects);
    }

    [Fact]
    public void Enumerations_are_offered_by_the_codes_of_the_specification()
    {
        var claim = ReplySchema.Of<ClaimReply>().GetProperty("properties").GetProperty("claims").GetProperty("items").GetProperty("properties");

        Assert.Equal("T1", claim.GetProperty("types").GetProperty("items").GetProperty("enum")[0].GetString());
        Assert.Equal("reports_other", claim.GetProperty("mode").GetProperty("enum")[1].GetString());
        Assert.Equal("""["string","null"]""", claim.GetProperty("quote").GetProperty("type").GetRawText());
        Assert.Equal("number", claim.GetProperty("confidence").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"claims":[]}""")]
    [InlineData("""{"claims":[],"caveats":[],"verdict":"well supported"}""")]
    [InlineData("""{"claims":[],"claims":[],"caveats":[]}""")]
    [InlineData("""{"claims":null,"caveats":[]}""")]
    [InlineData("""{"claims":[],"caveats":[{"sentences":["1"],"first_words":null,"last_words":null,"quote":null,"kind":"scope","specific":true}]}""")]
    [InlineData("""{"claims":[],"caveats":[{"sentences":[1],"first_words":null,"last_words":null,"quote":null,"kind":"harsh","specific":true}]}""")]
    [InlineData("""{"claims":[],"caveats":[{"sentences":[1],"first_words":null,"last_words":null,"quote":null,"kind":0,"specific":true}]}""")]
    [InlineData("""{"claims":[],"caveats":[{"sentences":[1],"first_words":null,"last_words":null,"quote":null,"kind":"scope"}]}""")]
    [InlineData("""{"claims":[],"caveats":[]} and more""")]
    [InlineData("[]")]
    public void A_reply_beside_the_schema_is_rejected(string reply) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ClaimReply>(reply, ReplySchema.Json));
}
