using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace HypeWatch.Http;

/// <summary>Checks the section <c>Http</c> at start; each message names the key.</summary>
internal sealed class HttpSettingsRules : IValidateOptions<HttpSettings>
{
    public ValidateOptionsResult Validate(string? name, HttpSettings options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(HttpSettings http)
    {
        if (http.ContactAddress is { } contact && (!MailAddress.TryCreate(contact, out var mail) || mail.Address != contact || !IsPlain(contact)))
            yield return $"Http:ContactAddress '{contact}' is no plain mail address.";
        if (http.ProjectUrl is { } page && (!Uri.TryCreate(page, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !IsPlain(page)))
            yield return $"Http:ProjectUrl '{page}' is no http(s) address.";
        if (http.Proxy is { } proxy && (!Uri.TryCreate(proxy, UriKind.Absolute, out var at) || at.Scheme is not "http"))
            yield return $"Http:Proxy '{proxy}' is no http address.";
        foreach (var (key, value, low, high) in (IEnumerable<(string, double, double, double)>)
            [
                (nameof(http.MaxBodyBytes), http.MaxBodyBytes, 1_000, 1_000_000_000), (nameof(http.MaxHeaderKilobytes), http.MaxHeaderKilobytes, 1, 1024),
                (nameof(http.MaxRedirects), http.MaxRedirects, 0, 20), (nameof(http.ConnectSeconds), http.ConnectSeconds, 0.01, 300),
                (nameof(http.DeadlineSeconds), http.DeadlineSeconds, 0.01, 3600), (nameof(http.Retries), http.Retries, 0, 10),
                (nameof(http.RetryBaseSeconds), http.RetryBaseSeconds, 0, 60), (nameof(http.MaxRetryWaitSeconds), http.MaxRetryWaitSeconds, 0, 600),
                (nameof(http.HostDelaySeconds), http.HostDelaySeconds, 0, 3600), (nameof(http.KeepAliveSeconds), http.KeepAliveSeconds, 1, 600), (nameof(http.RobotsCacheHours), http.RobotsCacheHours, 0.01, 168),
                .. http.HostDelays.Select(delay => ($"{nameof(http.HostDelays)}:{delay.Key}", delay.Value, 0d, 3600d)),
            ])
        {
            if (!(value >= low && value <= high)) yield return FormattableString.Invariant($"Http:{key} is {value}; it must lie between {low} and {high}.");
        }
    }

    // The text goes into a comment of the User-Agent header, which ends at a parenthesis.
    private static bool IsPlain(string text) => text.All(c => char.IsAscii(c) && !char.IsControl(c) && c is not ('(' or ')' or '\\' or ' ' or ';'));
}
