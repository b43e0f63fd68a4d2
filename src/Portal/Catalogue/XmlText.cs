using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Revitalization.Portal.Catalogue;

internal static class XmlText
{
    /// <summary>A whole document in UTF-8. Characters that XML cannot hold are refused by the writer, so texts come checked.</summary>
    public static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true })) new XDocument(root).Save(writer);
        return bytes.ToArray();
    }
}
