using HypeWatch.App.Digests;
using HypeWatch.App.Web.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace HypeWatch.App.Web;

/// <summary>What a program gets when something went wrong.</summary>
/// <param name="Ok">Always false.</param>
/// <param name="Error">What is wrong and what to do, in one line.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">Its name.</param>
internal sealed record ProblemAnswer(bool Ok, string Error, int Status, string Title)
{
    /// <summary>The answer: a page for a reader, JSON for a program.</summary>
    public static Task<IResult> OfAsync(Drawing drawing, bool isPage, int status, string words)
    {
        var title = ReasonPhrases.GetReasonPhrase(status);
        return isPage ? TextAnswer.PageAsync<ProblemSheet>(drawing, new() { [nameof(ProblemSheet.Title)] = title, [nameof(ProblemSheet.Words)] = words }, status)
            : Task.FromResult(TextAnswer.Json(new ProblemAnswer(false, words, status, title), status));
    }
}
