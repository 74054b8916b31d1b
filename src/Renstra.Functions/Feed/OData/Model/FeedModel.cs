using System.Text;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using Microsoft.OData.ModelBuilder;
using Microsoft.OData.UriParser;

namespace Renstra.Functions.Feed.OData.Model;

/// <summary>The feed's entity data model, made of its sets.</summary>
internal sealed class FeedModel
{
    private const string Namespace = "Renstra";

    private readonly Dictionary<string, FeedSet> _sets;

    public FeedModel(IEnumerable<FeedSet> sets)
    {
        Sets = [.. sets];
        _sets = Sets.ToDictionary(set => set.Name, StringComparer.Ordinal);
        Edm = Build(Sets);
    }

    /// <summary>The sets, in the order of the service document.</summary>
    public IReadOnlyList<FeedSet> Sets { get; }

    /// <summary>The model.</summary>
    public IEdmModel Edm { get; }

    /// <summary>Names are found whatever their case: people type addresses too.</summary>
    public ODataUriResolver Resolver { get; } = new() { EnableCaseInsensitive = true };

    /// <summary>The set of a name.</summary>
    public FeedSet this[string name] => _sets[name];

    /// <summary>The full name of the type of a set's rows.</summary>
    public static string TypeNameOf(FeedSet set) => $"{Namespace}.Baris{set.Name}";

    private static EdmModel Build(IReadOnlyList<FeedSet> sets)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "Umpan");
        foreach (var set in sets)
        {
            var type = new EdmEntityType(Namespace, $"Baris{set.Name}");
            var properties = set.Columns.ToDictionary(column => column, column => type.AddStructuralProperty(column.Name, column.Type));
            foreach (var (column, property) in properties)
            {
                Describe(model, property, column.Description);
            }

            type.AddKeys(set.Keys.Select(key => properties[key]));
            model.AddElement(type);
            model.SetAnnotationValue(type, new ClrTypeAnnotation(set.RowType));
            var entitySet = container.AddEntitySet(set.Name, type);
            Describe(model, entitySet, set.Description);
            Capabilities.Annotate(model, entitySet);
        }

        model.AddElement(container);
        Capabilities.Annotate(model, container);
        return model;
    }

    private static void Describe(EdmModel model, IEdmVocabularyAnnotatable target, string description) =>
        Capabilities.Add(model, target, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(description));
}

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
