using System.Text;
using System.Xml;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;

namespace Renstra.Functions.Feed.Model;

/// <summary>The answer to <c>$metadata</c>: the model as CSDL XML.</summary>
internal sealed class MetadataDocument(FeedModel model)
{
    public const string ContentType = "application/xml;charset=utf-8";

    private readonly Lazy<byte[]> _bytes = new(() => Write(model));

    public byte[] Bytes => _bytes.Value;

    private static byte[] Write(FeedModel model)
    {
        using var output = new MemoryStream();
        IEnumerable<EdmError> errors;
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            if (!CsdlWriter.TryWriteCsdl(model.Edm, xml, CsdlTarget.OData, out errors))
            {
                throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
            }
        }

        return output.ToArray();
    }
}
