using System.Security.Cryptography;
using System.Text.Json;

namespace Revitalization.Silo.Privacy;

/// <summary>
/// Keyed hash over a command's plain content: the same id with other content is found out though the log holds no plaintext.
/// Bodies are records, so their JSON has one order of members and is canonical by construction.
/// </summary>
public sealed class ContentHash(DeploymentSecrets secrets)
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web);

    /// <param name="act">Kind and address of the command, so that equal bodies of two acts differ.</param>
    public string Of<TBody>(string act, TBody body)
    {
        byte[] content = [.. System.Text.Encoding.UTF8.GetBytes(act), 0, .. JsonSerializer.SerializeToUtf8Bytes(body, Canonical)];
        return Convert.ToHexStringLower(HMACSHA256.HashData(secrets.ContentKey.Span, content).AsSpan(0, 16));
    }
}
