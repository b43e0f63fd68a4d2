using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Workbench.Forms;

/// <summary>
/// A form's proof that it came from a page we showed to this account (CSRF). The Gateway already checks the Origin of every write
/// with a cookie; this is the second lock, for browsers and proxies that leave the header out.
/// </summary>
public sealed class FormTokens(byte[]? key)
{
    public const string FieldName = "formToken";
    private readonly byte[] _key = key ?? RandomNumberGenerator.GetBytes(32);

    public string For(string account) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(account)));

    /// <summary>
    /// Key under which a phone keeps this account's unsent visits. It stands in the page only, so whoever has the phone but not the
    /// account cannot read them.
    /// </summary>
    public string DraftKey(string account) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"draft/{account}")));

    public bool IsValid(string account, string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(For(account)), Encoding.UTF8.GetBytes(token));
}
