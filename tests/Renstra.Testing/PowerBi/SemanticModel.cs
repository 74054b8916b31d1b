namespace Renstra.Testing.PowerBi;

/// <summary>The semantic model as its TMDL files say it.</summary>
internal sealed class SemanticModel
{
    private SemanticModel(IReadOnlyDictionary<string, IReadOnlyList<TmdlObject>> files)
    {
        Files = files;
        Model = files["model.tmdl"].Single(each => each.Kind == "model");
        References = files["model.tmdl"];
        Tables = [.. files.Where(file => file.Key.StartsWith("tables/", StringComparison.Ordinal)).Select(file => file.Value.Single())];
        Relationships = files["relationships.tmdl"];
        Expressions = files["expressions.tmdl"];
        Columns = FieldsOf("column").ToDictionary(field => field.Address, StringComparer.Ordinal);
        Measures = FieldsOf("measure").ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public static SemanticModel Current { get; } = Read();

    /// <summary>What each file holds, by its path within <c>definition</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TmdlObject>> Files { get; }

    public TmdlObject Model { get; }

    /// <summary>What <c>model.tmdl</c> holds beside the model.</summary>
    public IReadOnlyList<TmdlObject> References { get; }

    public IReadOnlyList<TmdlObject> Tables { get; }

    public IReadOnlyList<TmdlObject> Relationships { get; }

    public IReadOnlyList<TmdlObject> Expressions { get; }

    /// <summary>By table and name: <c>Kinerja.Bulan</c>.</summary>
    public IReadOnlyDictionary<string, Field> Columns { get; }

    /// <summary>By name alone, which is unique in a model.</summary>
    public IReadOnlyDictionary<string, Field> Measures { get; }

    /// <summary>Every M expression there is, by what it belongs to.</summary>
    public IReadOnlyDictionary<string, string> Queries()
    {
        var queries = Expressions.ToDictionary(expression => expression.Name, expression => expression.Expression, StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            queries.Add(table.Name, table.All("partition").Single()["source"]!);
            if (table.All("refreshPolicy").SingleOrDefault() is { } policy)
            {
                queries.Add($"{table.Name} (refreshPolicy)", policy["sourceExpression"]!);
            }
        }

        return queries;
    }

    private IEnumerable<Field> FieldsOf(string kind) => Tables.SelectMany(table => table.All(kind), (table, field) => new Field(table.Name, field));

    private static SemanticModel Read()
    {
        var folder = ProjectFolder.PathOf("Renstra.SemanticModel/definition");
        return new SemanticModel(ProjectFolder.Files("*.tmdl").ToDictionary(
            file => Path.GetRelativePath(folder, file).Replace('\\', '/'), TmdlReader.Read, StringComparer.Ordinal));
    }
}

/// <summary>A column or measure of a table.</summary>
internal sealed record Field(string Table, TmdlObject Definition)
{
    public string Name => Definition.Name;

    public string Address => $"{Table}.{Name}";

    public bool IsHidden => Definition["isHidden"] == "true";
}
