using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Validation;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;
using Microsoft.OData.UriParser;

namespace Renstra.Functions.Feed.OData.Model;

/// <summary>The feed's entity data model, made of its sets.</summary>
internal sealed class FeedModel
{
    private const string Namespace = "Renstra";

    private readonly Dictionary<string, FeedSet> _sets;
    private readonly Dictionary<FeedSet, IReadOnlyList<FeedLink>> _links;

    public FeedModel(IEnumerable<FeedSet> sets)
    {
        Sets = [.. sets];
        _sets = Sets.ToDictionary(set => set.Name, StringComparer.Ordinal);
        _links = Sets.ToDictionary(set => set, LinksFrom);
        Edm = Build(column => column.Type);
        Parsed = Build(column => EdmCoreModel.Instance.GetPrimitive(column.Type.PrimitiveKind(), isNullable: true));
        Wide = Build(column => EdmCoreModel.Instance.GetPrimitive(column.Type.IsIntegral() ? EdmPrimitiveTypeKind.Decimal : column.Type.PrimitiveKind(), isNullable: true));
    }

    /// <summary>The sets, in the order of the service document.</summary>
    public IReadOnlyList<FeedSet> Sets { get; }

    /// <summary>The model as <c>$metadata</c> tells it.</summary>
    public IEdmModel Edm { get; }

    /// <summary>
    /// The model that requests are parsed against. Every column can be null there: the library refuses to look for null in a list
    /// of a column's values where the column has none, and in OData that is merely not found.
    /// </summary>
    public IEdmModel Parsed { get; }

    /// <summary>
    /// The same, and every number can have decimals: where the list behind <c>in</c> holds others than its column
    /// (<c>BulanAngka in (202401.0)</c>), the library cannot read it against <see cref="Parsed"/>.
    /// </summary>
    public IEdmModel Wide { get; }

    /// <summary>Names are found whatever their case: people type addresses too.</summary>
    public ODataUriResolver Resolver { get; } = new FeedUriResolver { EnableCaseInsensitive = true };

    /// <summary>The set of a name.</summary>
    public FeedSet this[string name] => _sets[name];

    /// <summary>The ways from a set's rows to single rows of others.</summary>
    public IReadOnlyList<FeedLink> LinksOf(FeedSet set) => _links[set];

    /// <summary>The full name of the type of a set's rows.</summary>
    public static string TypeNameOf(FeedSet set) => $"{Namespace}.Baris{set.Name}";

    /// <summary>Columns of one name mean the same in every set, so that a row which has another's whole key leads to it.</summary>
    private IReadOnlyList<FeedLink> LinksFrom(FeedSet set) =>
    [
        .. from target in Sets
           where target != set && target.LinkName is not null
           let columns = target.Keys.Select(key => set.Columns.FirstOrDefault(column => column.Name == key.Name && !column.HasSeveralValues)).OfType<FeedColumn>().ToList()
           where columns.Count == target.Keys.Count
           select new FeedLink(target.LinkName!, target, columns),
    ];

    private EdmModel Build(Func<FeedColumn, IEdmPrimitiveTypeReference> typeOf)
    {
        var model = new EdmModel();
        var container = new EdmEntityContainer(Namespace, "Umpan");
        var entitySets = new Dictionary<FeedSet, EdmEntitySet>();
        foreach (var set in Sets)
        {
            var type = new EdmEntityType(Namespace, $"Baris{set.Name}");
            var properties = set.Columns.ToDictionary(column => column, column => type.AddStructuralProperty(column.Name, typeOf(column)));
            foreach (var (column, property) in properties)
            {
                Describe(model, property, column.Description);
            }

            type.AddKeys(set.Keys.Select(key => properties[key]));
            model.AddElement(type);
            var entitySet = container.AddEntitySet(set.Name, type);
            Describe(model, entitySet, set.Description);
            Capabilities.Annotate(model, entitySet, isExpandable: LinksOf(set).Count > 0);
            entitySets.Add(set, entitySet);
        }

        foreach (var (set, link) in Sets.SelectMany(set => LinksOf(set).Select(link => (set, link))))
        {
            var target = entitySets[link.Target];
            var navigation = ((EdmEntityType)entitySets[set].EntityType).AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = link.Name,
                Target = target.EntityType,
                TargetMultiplicity = EdmMultiplicity.ZeroOrOne,
            });
            Describe(model, navigation, $"Baris {link.Target.Name} menurut {string.Join(" dan ", link.Columns.Select(column => column.Name))}; diambil dengan $expand.");
            entitySets[set].AddNavigationTarget(navigation, target);
        }

        model.AddElement(container);
        Capabilities.Annotate(model, container);
        return model;
    }

    private static void Describe(EdmModel model, IEdmVocabularyAnnotatable target, string description) =>
        Capabilities.Add(model, target, CoreVocabularyModel.DescriptionTerm, new EdmStringConstant(description));
}

/// <summary>The answer to <c>$metadata</c>: the model.</summary>
internal sealed class MetadataDocument(FeedModel model)
{
    private readonly Lazy<byte[]> _xml = new(() => WriteXml(model));
    private readonly Lazy<byte[]> _json = new(() => WriteJson(model));

    /// <summary>As CSDL XML.</summary>
    public byte[] Xml => _xml.Value;

    /// <summary>As CSDL JSON.</summary>
    public byte[] Json => _json.Value;

    private static byte[] WriteJson(FeedModel model)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            if (!CsdlWriter.TryWriteCsdl(model.Edm, json, out var errors))
            {
                throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
            }
        }

        return output.ToArray();
    }

    private static byte[] WriteXml(FeedModel model)
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

/// <summary>Lets numbers of any two types meet, as OData's rules of promotion do; the library knows no way from a decimal to a binary number.</summary>
internal sealed class FeedUriResolver : ODataUriResolver
{
    /// <summary>What is computed is a decimal to the library, and it knows <c>substring</c> only from whole numbers on.</summary>
    static FeedUriResolver()
    {
        var (text, number) = (EdmCoreModel.Instance.GetString(isNullable: true), EdmCoreModel.Instance.GetDecimal(isNullable: true));
        CustomUriFunctions.AddCustomUriFunction("substring", new FunctionSignatureWithReturnType(text, text, number));
        CustomUriFunctions.AddCustomUriFunction("substring", new FunctionSignatureWithReturnType(text, text, number, number));
    }

    public override void PromoteBinaryOperandTypes(
        BinaryOperatorKind binaryOperatorKind, ref SingleValueNode leftNode, ref SingleValueNode rightNode, out IEdmTypeReference typeReference)
    {
        if (IsNumber(leftNode) && IsNumber(rightNode))
        {
            typeReference = binaryOperatorKind < BinaryOperatorKind.Add
                ? EdmCoreModel.Instance.GetBoolean(isNullable: true)
                : EdmCoreModel.Instance.GetDecimal(isNullable: true);
            return;
        }

        base.PromoteBinaryOperandTypes(binaryOperatorKind, ref leftNode, ref rightNode, out typeReference);
    }

    private static bool IsNumber(SingleValueNode node) => node.TypeReference is { } type
        && (type.IsIntegral() || type.IsDecimal() || type.IsFloating());
}
