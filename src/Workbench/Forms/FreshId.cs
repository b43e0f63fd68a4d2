using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Workbench.Forms;

/// <summary>
/// Ids for acts that start in a form. The id is written into the form when it is shown, so sending the form twice is one act.
/// The only place in the Workbench where chance enters an id.
/// </summary>
internal static class FreshId
{
    public static string Next() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString("N");

    /// <summary>Of one page's id and one of the many it is about: sending the page again repeats nothing.</summary>
    public static string For(string page, string one) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{page}/{one}")))[..32];
}
