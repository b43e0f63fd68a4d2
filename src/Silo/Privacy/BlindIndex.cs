using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Silo.Privacy;

/// <summary>Keyed hashes by which a person is found without being named (盲索引). The pepper never leaves the secrets file.</summary>
public sealed class BlindIndex(DeploymentSecrets secrets)
{
    /// <summary>Of a national id in its normal form (18 characters, upper-case X).</summary>
    public byte[] OfNationalId(string normalised) => Hash("national-id", normalised);

    /// <summary>Of a newborn without national id: known by household and member.</summary>
    public byte[] OfPlace(string place) => Hash("place", place);

    /// <summary>Of a whole name; half and full width count as the same.</summary>
    public string OfName(string name) => Convert.ToHexStringLower(Hash("name", Normalise(name)).AsSpan(0, 16));

    private static string Normalise(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)));

    private byte[] Hash(string kind, string text) =>
        HMACSHA256.HashData(secrets.Pepper.Span, Encoding.UTF8.GetBytes($"{kind}\0{text}"));
}
