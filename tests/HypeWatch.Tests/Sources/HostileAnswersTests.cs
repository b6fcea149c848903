using System.Text;
using System.Text.Json.Nodes;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

/// <summary>Whatever a service sends, its connector ends in a state; nothing is thrown, and no text of it breaks out of a line.</summary>
public sealed class HostileAnswersTests
{
    private static readonly string[] Bodies =
    [
        "", "null", "true", "0", "\"text\"", "[]", "{}", "[null]", "[[[[]]]]", "{\"a\":", "\0\0\0", "\uFEFF{}", "<", "<a>", "<rss/>", "<feed/>", "<feed><entry/></feed>", "<rss><channel><item/></channel></rss>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><feed><entry><title>&a;</title></entry></feed>", "<OAI-PMH/>", "WEBVTT", "a b c", "From x", "\"unclosed", "{\"data\":{\"posts\":7},\"hits\":{},\"results\":\"x\",\"notes\":[1,[],{}]}",
        "{\"a\":\"\\ud800\"}", "{\"results\":[{\"title\":\"\\ud800\",\"id\":{}}]}",
    ];

    public static TheoryData<string> Names => AnswersTests.Cases;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_answer_makes_a_connector_throw(string name)
    {
        var (source, exchanges, keys, contact, _) = AnswersTests.Read(name);
        IEnumerable<byte[]> bodies = [.. Bodies.Select(Encoding.UTF8.GetBytes), [0xFF, 0xFE, 0x00], Nested('['), Nested('{'), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 200_000)))];
        await using var stage = await ApiStage.OpenAsync(exchanges, keys, contact);
        foreach (var body in bodies)
        {
            await using var hostile = Replaced(stage, exchanges, exchanges.Select(_ => body));
            var poll = await hostile.PollAsync(source);
            Assert.NotEqual("", poll.Reason);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_value_of_another_type_makes_a_connector_throw(string name)
    {
        var (source, exchanges, keys, contact, _) = AnswersTests.Read(name);
        await using var stage = await ApiStage.OpenAsync(exchanges, keys, contact);
        foreach (var swap in (Func<JsonNode?>[])[() => null, () => 7, () => true, () => "", () => "\u202Egnirts\u0007\r\n<script>", () => new JsonArray(), () => new JsonObject(), () => new JsonArray(new JsonObject(), 1, null), () => -1e300, () => new string('x', 5_000)])
        {
            // One answer for each place at which the value can stand.
            for (var place = 0; ; place++)
            {
                var changed = 0;
                var bodies = exchanges.Select(exchange => Swapped(exchange.Answer, place, swap, ref changed)).ToList();
                if (changed == 0) break;
                await using var hostile = Replaced(stage, exchanges, bodies);
                var poll = await hostile.PollAsync(source);
                Assert.All(poll.Items, item => Assert.DoesNotContain(item.Metadata.Title ?? "", c => char.IsControl(c) || c is '\u202E'));
                Assert.All(poll.Items, item => Assert.True((item.Metadata.Title?.Length ?? 0) <= 500));
                Assert.All(poll.Items, item => Assert.True(Uri.TryCreate(item.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"));
                Assert.DoesNotContain(poll.Reason, c => char.IsControl(c));
            }
        }
    }

    private static byte[] Nested(char bracket) => Encoding.UTF8.GetBytes(bracket == '[' ? new string('[', 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 50_000)));

    private static ApiStage Replaced(ApiStage stage, IReadOnlyList<Exchange> exchanges, IEnumerable<byte[]> bodies) =>
        stage.With([.. exchanges.Zip(bodies, (exchange, body) => exchange with { Answer = body, Served = 0 })]);

    // Swaps the value at a place, counted through the document in order.
    private static byte[] Swapped(byte[] body, int place, Func<JsonNode?> swap, ref int changed)
    {
        if (body.Length == 0 || body[0] is not ((byte)'{' or (byte)'[')) return body;
        JsonNode root;
        try
        {
            root = JsonNode.Parse(body)!;
        }
        catch (System.Text.Json.JsonException)
        {
            return body;
        }

        var at = place;
        if (Walk(root, ref at, swap)) changed++;
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static bool Walk(JsonNode? node, ref int place, Func<JsonNode?> swap)
    {
        if (node is JsonObject map)
        {
            foreach (var name in map.Select(pair => pair.Key).ToList())
            {
                if (place-- == 0)
                {
                    map[name] = swap();
                    return true;
                }

                if (Walk(map[name], ref place, swap)) return true;
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (place-- == 0)
                {
                    list[i] = swap();
                    return true;
                }

                if (Walk(list[i], ref place, swap)) return true;
            }
        }

        return false;
    }
}
