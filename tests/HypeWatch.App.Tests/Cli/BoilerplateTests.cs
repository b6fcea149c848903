using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>OC22 over releases: invented releases of two labs, three posts each, read by the whole program.</summary>
public sealed class BoilerplateTests
{
    private static readonly (string Name, string Day, string Finding, string Thanks)[] Launches =
    [
        ("Arbor", "2031-01-10", "We trained sparse autoencoders on the residual stream of a 2B language model and rated two hundred latents.", "Weights and a demo are online now"),
        ("Birch", "2031-06-12", "We traced attention heads of a 7B language model that copy names, and ablated nine of them.", "Join the talk of our team on circuits tomorrow"),
        ("Cedar", "2031-11-05", "We fitted linear probes for truth in the middle layers of three open language models.", "Thanks go to all who labelled statements for the probes"),
    ];

    [Fact]
    public async Task A_template_that_comes_back_with_every_release_is_noted_and_a_burst_of_one_text_is_not()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, day, finding, thanks) in Launches)
        {
            Write(folder, name, day, "Example Lab", finding,
            [
                $"With {name} the features of language models are far more interpretable than anybody had expected, and they can be used to detect deception. https://lab.example/{name}",
                $"{finding} Read on: https://lab.example/{name}",
                $"{thanks}: interpretability is team work. https://lab.example/{name}",
            ]);
        }

        const string burst = "The neurons of language models speak in plain sentences to us now, and they can be used to catch every lie. https://lab.example/Dogwood";
        Write(folder, "Dogwood", "2031-07-01", "Harbour Institute", "We looked at neurons of one small language model.", [burst, burst, burst]);
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "in"))).Expect(ExitCode.Ok);
        Assert.Equal(4, (await Run(folder, "release", "list", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").GetArrayLength());

        var flags = (await Run(folder, "flags", "--all", "--code", "OC22", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray().ToList();
        var quotes = flags.Select(row => row.GetProperty("claim").GetProperty("claim").GetProperty("quote").GetString()!).ToList();
        Assert.Contains(quotes, quote => quote.Contains("Cedar", StringComparison.Ordinal));
        Assert.All(quotes, quote => Assert.Contains("more interpretable than anybody had expected", quote, StringComparison.Ordinal));
        Assert.All(flags, row => Assert.InRange(row.GetProperty("flag").GetProperty("severity").GetInt32(), 0, 2));
        (await Run(folder, "db", "check")).Expect(ExitCode.Ok);
    }

    private static void Write(TemporaryFolder folder, string name, string day, string publisher, string finding, string[] posts)
    {
        folder.Write($"in/{name}.html", $"<html><head><title>{name}: a study of language models</title></head><body><article><h1>{name}: a study of language models</h1><p>{finding} The code is public. Interpretability of language models is the aim.</p></article></body></html>");
        folder.Write($"in/{name}.source.json", $$"""{"url": "https://lab.example/{{name}}", "kind": "paper", "publisher": "{{publisher}}", "published": "{{day}}"}""");
        foreach (var (number, text) in posts.Index())
        {
            folder.Write($"in/{name}-{number}.txt", text);
            folder.Write($"in/{name}-{number}.source.json", $$"""{"url": "https://posts.example/{{name}}-{{number}}", "title": "{{name}} {{number}}", "kind": "promo_social", "publisher": "{{publisher}}", "published": "{{day}}"}""");
        }
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
