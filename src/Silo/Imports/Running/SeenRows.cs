using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Silo.Imports.Running;

/// <summary>
/// What a file has named already: households, members, periods. Keeps sixteen bytes of a hash each and no value, so that a
/// full sheet of a million rows costs some tens of megabytes and nothing personal stands in memory.
/// </summary>
internal sealed class SeenRows
{
    private readonly HashSet<UInt128> _seen = [];

    /// <summary>True the first time.</summary>
    public bool Add(string kind, string key) => _seen.Add(Hash($"{kind}\0{key}"));

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
