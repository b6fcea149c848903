using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HypeWatch.Digests;

/// <summary>Registers the digests room.</summary>
public static class DigestsServices
{
    /// <summary>Adds <see cref="DigestComposer"/>, <see cref="EmlWriter"/>, <see cref="Outbox"/> and the settings of section <c>Digest</c>.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DigestSettings>().Bind(configuration.GetSection(DigestSettings.Section))
            .Validate(settings => IsAddress(settings.From), "Digest:From must be a mail address, with or without a name")
            .Validate(settings => settings.Recipients.All(IsAddress), "Digest:Recipients must be mail addresses")
            .Validate(settings => settings.BaseUrl is null || IsWebAddress(settings.BaseUrl), "Digest:BaseUrl must be an http(s) address without query, or be left out")
            .Validate(settings => settings.BaseUrl is null || settings.UnsubscribeKey is { Length: >= DigestSettings.MinimumKeyLength },
                "Digest:UnsubscribeKey must be a secret of at least 16 characters when Digest:BaseUrl is set")
            .ValidateOnStart();
        return services
            .AddSingleton(provider => new DigestComposer(provider.GetRequiredService<IOptions<DigestSettings>>().Value))
            .AddSingleton(provider => new EmlWriter(provider.GetRequiredService<IOptions<DigestSettings>>().Value))
            .AddSingleton<Outbox>().AddSingleton<DigestStore>();
    }

    private static bool IsAddress(string text) => !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address.All(char.IsAscii);

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
