using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Revitalization.Standalone.Data;
using Revitalization.Storage;

namespace Revitalization.Standalone.FirstStart;

/// <summary>One account made at the first start, as it stands in <c>sign-ins.json</c>.</summary>
public sealed record SignInEntry(string Role, string Scope, string Account, string Password, string? ApiKey);

/// <summary>
/// <c>sign-ins.json</c> (mode 600). A password is written down before its account exists: whatever moment a start is killed at, no
/// account is left whose password nobody knows.
/// </summary>
internal sealed class SignIns
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly string _path;
    private readonly Dictionary<string, SignInEntry> _entries;

    public SignIns(DataDirectory data)
    {
        _path = data["sign-ins.json"];
        _entries = (File.Exists(_path) ? JsonSerializer.Deserialize<SignInEntry[]>(File.ReadAllBytes(_path), Json) ?? [] : [])
            .ToDictionary(entry => entry.Account, StringComparer.Ordinal);
    }

    public IEnumerable<SignInEntry> All => _entries.Values;

    public SignInEntry this[string account] => _entries[account];

    public SignInEntry Prepare(string role, string scope, string account)
    {
        if (_entries.TryGetValue(account, out var known)) return known;
        return Keep(new SignInEntry(role, scope, account, RandomNumberGenerator.GetString(Letters, PasswordLength), ApiKey: null));
    }

    public SignInEntry Keep(SignInEntry entry)
    {
        _entries[entry.Account] = entry;
        PrivateFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(_entries.Values, Json));
        return entry;
    }
}
