using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Gateway.Sessions;

internal enum CredentialKind
{
    /// <summary>A token already; passed on as it is.</summary>
    Bearer,
    ApiKey,
    Session,
}

/// <summary>What a caller shows to say who it is.</summary>
/// <param name="Account">Stated beside an API key in Basic; must then be the key's.</param>
internal sealed record Credential(CredentialKind Kind, string Secret, string? Account = null)
{
    private const int LongestHeader = 8192;

    /// <summary>Names the credential in memory without holding it.</summary>
    public string Digest { get; } = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}:{Account}:{Secret}")));

    /// <summary>Header before cookie: a program that sends both means the header. Null: the caller is anonymous.</summary>
    public static Credential? Of(HttpContext context)
    {
        if (context.Features.Get<Read>() is { } read) return read.Credential;
        var credential = FromHeaders(context.Request) ?? FromCookie(context);
        context.Features.Set(new Read(credential));
        return credential;
    }

    private static Credential? FromHeaders(HttpRequest request)
    {
        var key = request.Headers["X-Api-Key"].ToString();
        if (key.Length is > 0 and <= LongestHeader) return new Credential(CredentialKind.ApiKey, key);
        var header = request.Headers.Authorization.ToString();
        if (header.Length > LongestHeader) return null;
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return new Credential(CredentialKind.Bearer, header["Bearer ".Length..].Trim());
        return header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? Basic(header["Basic ".Length..].Trim()) : null;
    }

    private static Credential? Basic(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : new Credential(CredentialKind.ApiKey, text[(colon + 1)..], text[..colon]);
    }

    private static Credential? FromCookie(HttpContext context) =>
        context.RequestServices.GetRequiredService<SessionCookie>().Read(context.Request) is { } secret
            ? new Credential(CredentialKind.Session, secret)
            : null;

    private sealed record Read(Credential? Credential);
}
