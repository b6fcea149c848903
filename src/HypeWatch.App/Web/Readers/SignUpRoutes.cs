using HypeWatch.App.Digests;
using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Model;

namespace HypeWatch.App.Web.Readers;

/// <summary>
/// The form by which a reader asks for the digest. It exists only where mails can ask for a confirmation (<c>Digest:BaseUrl</c>): nobody can sign up somebody else. The answer is the same whether an
/// address is known or not.
/// </summary>
internal static class SignUpRoutes
{
    private const string Path = "/subscribe";
    private const int LongestAddress = 254;

    /// <summary>Maps the routes.</summary>
    public static void MapSignUp(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (Drawing drawing, DigestSettings settings) => settings.BaseUrl is null ? OffAsync(drawing) : FormAsync(drawing));
        app.MapPost(Path, AskAsync).RequireRateLimiting(SignUpLimit.Name);
    }

    private static async Task<IResult> AskAsync(HttpRequest request, Subscribing subscribing, DigestSettings settings, Drawing drawing, CancellationToken ct)
    {
        if (settings.BaseUrl is null) return await OffAsync(drawing);
        var form = request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty;
        // A field that no person sees and that programs fill in.
        if (form["website"].ToString().Length > 0) return await ThanksAsync(drawing);
        var address = form["address"].ToString().Trim();
        try
        {
            if (address.Length is 0 or > LongestAddress) throw new HypeWatchException("write an address as name@host");
            await subscribing.AddAsync(address, null, isConfirmed: false, isAskedByReader: true, ct);
            return await ThanksAsync(drawing);
        }
        catch (HypeWatchException)
        {
            return await FormAsync(drawing, "That is no mail address: write it as name@host. Nothing was changed.", StatusCodes.Status400BadRequest);
        }
    }

    private static Task<IResult> FormAsync(Drawing drawing, string? problem = null, int status = StatusCodes.Status200OK) => SheetAsync(
        drawing, "The weekly digest by mail",
        [.. problem is null ? Array.Empty<string>() : [problem], "Once a week: new flags with what speaks for the authors, claims that moved, predictions, corrections. You are asked by mail to confirm, and every mail has a link to leave."],
        true, status);

    private static Task<IResult> ThanksAsync(Drawing drawing) => SheetAsync(
        drawing, "Look into your mailbox", ["If the address can be subscribed, a mail with a link is on its way; the subscription begins when you follow it. If it is subscribed already, nothing changes."], false,
        StatusCodes.Status200OK);

    private static Task<IResult> OffAsync(Drawing drawing) => SheetAsync(drawing, "No sign-up here", ["This installation has no web address of its own; its owner adds readers."], false, StatusCodes.Status404NotFound);

    private static Task<IResult> SheetAsync(Drawing drawing, string title, IReadOnlyList<string> lines, bool hasForm, int status) => TextAnswer.PageAsync<NoticeSheet>(
        drawing, new() { [nameof(NoticeSheet.Title)] = title, [nameof(NoticeSheet.Lines)] = lines, [nameof(NoticeSheet.AsksAddress)] = hasForm }, status);
}
