using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Imports;

/// <summary>Ids of imports: 32 hex digits, so that one can stand in an address and name a folder.</summary>
internal static class ImportIds
{
    /// <summary>From the sender's <c>Idempotency-Key</c>, so that an upload whose reply was lost is not run twice; else random.</summary>
    public static string Of(Sender sender) => Convert.ToHexStringLower(
        sender.CommandId.Length > 0 ? SHA256.HashData(Encoding.UTF8.GetBytes(sender.CommandId)).AsSpan(0, 16) : RandomKeys.Bytes(16));

    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}
