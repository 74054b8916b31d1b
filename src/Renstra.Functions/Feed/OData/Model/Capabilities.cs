using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;
using Microsoft.OData.Edm.Vocabularies.V1;

namespace Renstra.Functions.Feed.OData.Model;

/// <summary>
/// What the feed can do and cannot, in the words of the OData Capabilities vocabulary: clients such as Power Query read from it what
/// they may leave to the feed.
/// </summary>
internal static class Capabilities
{
    private const string Vocabulary = "Org.OData.Capabilities.V1";

    /// <summary>The library does not bring the vocabulary for aggregation along; the term's name is all that is written.</summary>
    private static readonly EdmTerm ApplySupported = new("Org.OData.Aggregation.V1", "ApplySupported", EdmCoreModel.Instance.GetUntyped());

    public static void Annotate(EdmModel model, EdmEntityContainer container)
    {
        var level = (IEdmEnumType)CapabilitiesVocabularyModel.Instance.FindDeclaredType($"{Vocabulary}.ConformanceLevelType");
        Add(model, container, Term("ConformanceLevel"), new EdmEnumMemberExpression(level.Members.Single(member => member.Name == "Intermediate")));
        Add(model, container, Term("SupportedFormats"), Texts(
            "application/json;odata.metadata=minimal;IEEE754Compatible=false",
            "application/json;odata.metadata=minimal;IEEE754Compatible=true",
            "application/json;odata.metadata=none;IEEE754Compatible=false",
            "application/json;odata.metadata=none;IEEE754Compatible=true",
            "application/json;odata.metadata=full;IEEE754Compatible=false",
            "application/json;odata.metadata=full;IEEE754Compatible=true",
            "text/csv"));
        Add(model, container, Term("FilterFunctions"), Texts([.. OfferedFunctions.All]));

        // Power Query sends requests side by side only where it finds this one.
        Add(model, container, Term("AsynchronousRequestsSupported"), new EdmBooleanConstant(true));
        Add(model, container, Term("BatchSupported"), new EdmBooleanConstant(false));
        Add(model, container, Term("CrossJoinSupported"), new EdmBooleanConstant(false));
    }

    public static void Annotate(EdmModel model, EdmEntitySet set, bool isExpandable)
    {
        Add(model, set, Term("TopSupported"), new EdmBooleanConstant(true));
        Add(model, set, Term("SkipSupported"), new EdmBooleanConstant(true));
        Add(model, set, Term("IndexableByKey"), new EdmBooleanConstant(true));
        Add(model, set, Term("CountRestrictions"), Record("Countable", true));
        Add(model, set, Term("FilterRestrictions"), Record("Filterable", true));
        Add(model, set, Term("SortRestrictions"), Record("Sortable", true));
        Add(model, set, Term("SearchRestrictions"), Record("Searchable", false));
        Add(model, set, Term("ExpandRestrictions"), isExpandable ? OneLevel() : Record("Expandable", false));
        Add(model, set, ApplySupported, new EdmRecordExpression(new EdmPropertyConstructor("Transformations", Texts("filter", "groupby", "aggregate"))));
        Add(model, set, Term("InsertRestrictions"), Record("Insertable", false));
        Add(model, set, Term("UpdateRestrictions"), Record("Updatable", false));
        Add(model, set, Term("DeleteRestrictions"), Record("Deletable", false));
    }

    public static void Add(EdmModel model, IEdmVocabularyAnnotatable target, IEdmTerm term, IEdmExpression value)
    {
        var annotation = new EdmVocabularyAnnotation(target, term, value);
        annotation.SetSerializationLocation(model, EdmVocabularyAnnotationSerializationLocation.Inline);
        model.AddVocabularyAnnotation(annotation);
    }

    private static IEdmTerm Term(string name) => CapabilitiesVocabularyModel.Instance.FindDeclaredTerm($"{Vocabulary}.{name}");

    private static EdmCollectionExpression Texts(params string[] texts) => new(texts.Select(text => new EdmStringConstant(text)));

    private static EdmRecordExpression OneLevel() => new(
        new EdmPropertyConstructor("Expandable", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("MaxLevels", new EdmIntegerConstant(1)));

    private static EdmRecordExpression Record(string property, bool value) => new(new EdmPropertyConstructor(property, new EdmBooleanConstant(value)));
}

/// <summary>The functions that expressions may call; <c>$metadata</c> lists them (<c>Capabilities.FilterFunctions</c>).</summary>
internal static class OfferedFunctions
{
    public static readonly IReadOnlyList<string> All =
    [
        "contains", "endswith", "startswith", "length", "indexof", "substring", "tolower", "toupper", "trim", "concat",
        "year", "month", "day", "hour", "minute", "second", "date",
        "round", "floor", "ceiling",
    ];
}
