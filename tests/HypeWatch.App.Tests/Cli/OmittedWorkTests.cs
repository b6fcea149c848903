using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>An invented release that reads features off their top examples, with its whole reference list: a work by the first author of an omitted one is in it, the omitted one is not.</summary>
public sealed class OmittedWorkTests
{
    private const string Release = """
        ---
        title: "Readable Harbours: Dictionary Features of a Mid-Size Language Model"
        authors: Wren Tallis, Ostrava Lindqvist
        date: 2024-05-21
        publisher: Transformer Circuits Thread
        ---

        # Readable Harbours: Dictionary Features of a Mid-Size Language Model

        ## Abstract

        We train sparse autoencoders on the middle layer of a mid-size language model. The features represent concepts that people understand, from harbours to tax law. We read the meaning of each feature off its top activating examples. Clamping features is an effective way to steer replies.

        ## 1 Introduction

        Single neurons of networks are hard to read. Sparse autoencoders split activations into features, and we read forty of them [1, 2].

        ## 2 Results

        Raters looked at the top activating examples of 40 features and named each of them. We trained one dictionary of 32,768 features on one layer.

        ## 3 Limitations

        Only one layer of one model was read.

        ## Appendix A: Steering by other means

        We tried seven features that had worked. In five of them a few-shot prompting vector did not steer the reply where the feature did; in two it did as well. We leave a rigorous comparison of ways to steer replies to future work.

        ## References

        [1] H. Cunningham, A. Ewart, L. Riggs, R. Huben, L. Sharkey. Sparse Autoencoders Find Highly Interpretable Features in Language Models. 2023. arXiv:2309.08600.
        [2] N. Elhage, T. Hume, C. Olsson. Toy Models of Superposition. Transformer Circuits Thread, 2022.
        [3] T. Bolukbasi, K.-W. Chang, J. Zou, V. Saligrama, A. Kalai. Man is to Computer Programmer as Woman is to Homemaker? Debiasing Word Embeddings. NeurIPS, 2016.
        [4] A. Radford, J. Wu, R. Child. Language Models are Unsupervised Multitask Learners. 2019.
        [5] A. Vaswani, N. Shazeer, N. Parmar. Attention Is All You Need. NeurIPS, 2017.
        [6] J. Devlin, M.-W. Chang, K. Lee. BERT: Pre-training of Deep Bidirectional Transformers. NAACL, 2019.
        [7] B. Olshausen, D. Field. Sparse Coding with an Overcomplete Basis Set. Vision Research, 1997.
        [8] T. Mikolov, K. Chen, G. Corrado, J. Dean. Efficient Estimation of Word Representations in Vector Space. 2013.
        [9] D. Kingma, J. Ba. Adam: A Method for Stochastic Optimization. ICLR, 2015.
        [10] L. Gao, S. Biderman, S. Black. The Pile: An 800GB Dataset of Diverse Text. 2020.
        [11] J. Pennington, R. Socher, C. Manning. GloVe: Global Vectors for Word Representation. EMNLP, 2014.
        [12] S. Arora, Y. Li, Y. Liang. Linear Algebraic Structure of Word Senses. TACL, 2018.
        """;

    private static async Task<JsonElement[]> FlagsAsync(string text, string code)
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("harbours.md", text), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var rows = (await CommandRun.OfAsync("flags", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows");
        return [.. rows.EnumerateArray().Select(row => row.GetProperty("flag")).Where(flag => flag.GetProperty("code").GetString() == code)];
    }

    private static string Works(JsonElement flag) => flag.GetProperty("works").ToString();

    [Fact]
    public async Task An_omitted_work_is_flagged_openly_though_another_one_by_its_first_author_is_cited()
    {
        var flag = Assert.Single(await FlagsAsync(Release, "OC17"));
        Assert.Equal("open", flag.GetProperty("status").GetString());
        Assert.Contains("bolukbasi2021illusion", Works(flag), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_same_team_wrote_on_the_point_before_speaks_for_it_and_lowers_the_severity()
    {
        var flag = Assert.Single(await FlagsAsync(Release, "OC17"));
        var stranger = Assert.Single(await FlagsAsync(Release.Replace("publisher: Transformer Circuits Thread", "publisher: Harbour Lab", StringComparison.Ordinal), "OC17"));
        Assert.Contains(flag.GetProperty("exculpations").EnumerateArray(), found => found.GetProperty("kind").GetString() == "E14" && found.GetProperty("text").GetString()!.Contains("Softmax Linear Units", StringComparison.Ordinal));
        Assert.True(flag.GetProperty("severity").GetInt32() < stranger.GetProperty("severity").GetInt32());
    }

    [Fact]
    public async Task A_work_that_is_cited_by_its_title_is_not_held_against_the_release()
    {
        var flags = await FlagsAsync(Release + "\n[13] T. Bolukbasi, A. Pearce, A. Yuan. An Interpretability Illusion for BERT. 2021. arXiv:2104.07143.\n", "OC17");
        Assert.All(flags, flag => Assert.DoesNotContain("bolukbasi2021illusion", Works(flag), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_in_the_appendix_that_its_authors_call_no_rigorous_one_is_found_and_named_so()
    {
        var flag = Assert.Single(await FlagsAsync(Release, "OC13"));
        Assert.Equal("weak", flag.GetProperty("subtype").GetString());
        Assert.Contains(flag.GetProperty("quotes").EnumerateArray(), quote => quote.GetProperty("quote").GetString()!.Contains("few-shot prompting vector", StringComparison.Ordinal));
        Assert.Contains("as the authors concede", flag.GetProperty("rationale").GetString(), StringComparison.Ordinal);
    }
}
