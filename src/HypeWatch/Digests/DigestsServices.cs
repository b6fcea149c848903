using System.Net.Mail;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Digests;

/// <summary>Registers the digests room.</summary>
public static class DigestsServices
{
    /// <summary>Adds composing, drawing, readers, ledger and delivery, with the settings of the sections <c>Digest</c> and <c>Smtp</c>. Whoever draws HTML adds <see cref="IDigestPage"/>.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DigestSettings>().Bind(configuration.GetSection(DigestSettings.Section))
            .Validate(settings => IsAddress(settings.From), "Digest:From must be a mail address, with or without a name")
            .Validate(settings => settings.Recipients.All(IsAddress), "Digest:Recipients must be mail addresses")
            .Validate(settings => settings.BaseUrl is null || IsWebAddress(settings.BaseUrl), "Digest:BaseUrl must be an http(s) address without query, or be left out")
            .Validate(settings => settings.BaseUrl is null || settings.UnsubscribeKey is { Length: >= DigestSettings.MinimumKeyLength },
                "Digest:UnsubscribeKey must be a secret of at least 16 characters when Digest:BaseUrl is set")
            .ValidateOnStart();
        services.AddOptions<SmtpSettings>().Bind(configuration.GetSection(SmtpSettings.Section))
            .Validate(settings => settings.Port is > 0 and <= 65_535, "Smtp:Port must lie between 1 and 65535")
            .Validate(settings => settings.TimeoutSeconds is >= 1 and <= 600, "Smtp:TimeoutSeconds must lie between 1 and 600")
            .Validate(settings => settings.MailsPerMinute is >= 1 and <= 60_000, "Smtp:MailsPerMinute must lie between 1 and 60000")
            .Validate(settings => settings.User is null || settings.Password is { Length: > 0 }, "Smtp:Password must be set with Smtp:User (HypeWatch__Smtp__Password in the environment)")
            .Validate(settings => settings.User is null || settings.Security is not SmtpSecurity.None, "Smtp:Security None would send Smtp:Password in the clear: choose StartTls or Tls")
            .Validate(settings => settings.CaFile is null || File.Exists(settings.CaFile), "Smtp:CaFile must be a file of certificates (PEM)")
            .ValidateOnStart();
        return services
            .AddSingleton(provider => provider.GetRequiredService<IOptions<DigestSettings>>().Value).AddSingleton(provider => provider.GetRequiredService<IOptions<SmtpSettings>>().Value)
            .AddSingleton<DigestAddresses>().AddSingleton<DigestComposer>().AddSingleton<DigestDrawing>().AddSingleton<MailWriter>().AddSingleton<DigestStore>()
            .AddSingleton<SubscriptionTokens>().AddSingleton<SubscriberStore>()
            .AddSingleton<MailLedger>().AddSingleton<SmtpRoute>().AddSingleton<FolderRoute>().AddSingleton<MailDelivery>()
            .AddSingleton<Subscribing>().AddSingleton<ReturnedMail>();
    }

    private static bool IsAddress(string text) => !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address.All(char.IsAscii);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
