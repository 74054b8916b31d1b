using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OData.Edm;

namespace Renstra.Functions.Feed.OData.Model;

/// <summary>A column of a set: a property of its rows, under the same name.</summary>
/// <param name="Name">As clients see it.</param>
/// <param name="Description">What it means, in Indonesian.</param>
/// <param name="Type">Its type in the feed.</param>
/// <param name="Read">Its value in a row.</param>
/// <param name="Get">The same as a function of the value's own type.</param>
/// <param name="NumberOf">Where the column is a date's month or year as a number: which date's, and which of the two.</param>
/// <param name="HasSeveralValues">Whether it holds several values, semicolons between.</param>
/// <param name="Unit">What its values are counted in, in Indonesian; of what is no number, what kind of thing they are.</param>
/// <param name="Empty">When it is null, in Indonesian; null where it never is.</param>
/// <param name="Property">The property that it is.</param>
internal sealed record FeedColumn(
    string Name,
    string Description,
    IEdmPrimitiveTypeReference Type,
    Func<object, object?> Read,
    Delegate Get,
    NumberOfAttribute? NumberOf,
    bool HasSeveralValues,
    string Unit,
    string? Empty,
    PropertyInfo Property)
{
    /// <summary>What a description says before it says when the column is null.</summary>
    private const string EmptyClause = "; kosong ";

    /// <summary>
    /// The same as <see cref="Get"/> in one call instead of two, which counts where every row is read. It costs a moment to make, so
    /// it is for those who keep it.
    /// </summary>
    public Delegate Compile()
    {
        var row = Expression.Parameter(typeof(object));
        return Expression.Lambda(Get.GetType(), Expression.Property(Expression.Convert(row, Property.DeclaringType!), Property), row).Compile();
    }

    /// <summary>The columns of a row type: those of its base type first, each in the order of declaration.</summary>
    public static IReadOnlyList<FeedColumn> Of(Type rowType) => rowType == typeof(object)
        ? []
        : [.. Of(rowType.BaseType!), .. rowType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(property => Of(rowType, property))];

    private static FeedColumn Of(Type rowType, PropertyInfo property)
    {
        // A column without words of its own means what the one of the same name does in the other row.
        var words = property.IsDefined(typeof(DescriptionAttribute)) ? property : rowType.GetCustomAttribute<ColumnsAsInAttribute>()?.RowType.GetProperty(property.Name);
        var number = property.GetCustomAttribute<NumberOfAttribute>();
        var description = words?.GetCustomAttribute<DescriptionAttribute>()?.Description ?? number?.Description ?? throw Lacks("description");
        var type = EdmTypeOf(property);
        var unit = words?.GetCustomAttribute<UnitAttribute>()?.Unit ?? number?.Unit ?? UnitOf(type.PrimitiveKind()) ?? throw Lacks("unit");
        var empty = words?.GetCustomAttribute<EmptyAttribute>()?.When ?? (description.Split(EmptyClause) is [_, var clause] ? clause.TrimEnd('.') : null);
        if (type.IsNullable != empty is not null)
        {
            throw Lacks("word of when it is null, or has one and never is");
        }

        var read = typeof(FeedColumn).GetMethod(nameof(ReadOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(rowType, property.PropertyType)
            .CreateDelegate<Func<MethodInfo, (Func<object, object?> Read, Delegate Get)>>()(property.GetMethod!);
        return new FeedColumn(
            property.Name,
            description,
            type,
            read.Read,
            read.Get,
            number,
            property.IsDefined(typeof(SeveralValuesAttribute)),
            unit,
            empty,
            property);

        InvalidOperationException Lacks(string what) => new($"{rowType.Name}.{property.Name} has no {what}.");
    }

    /// <summary>What values of a type are; null for numbers, which are of something.</summary>
    private static string? UnitOf(EdmPrimitiveTypeKind kind) => kind switch
    {
        EdmPrimitiveTypeKind.String => "teks",
        EdmPrimitiveTypeKind.Boolean => "benar/salah",
        EdmPrimitiveTypeKind.Date => "tanggal",
        EdmPrimitiveTypeKind.DateTimeOffset => "waktu UTC",
        _ => null,
    };

    private static (Func<object, object?> Read, Delegate Get) ReadOf<TRow, TValue>(MethodInfo getter)
    {
        var get = getter.CreateDelegate<Func<TRow, TValue>>();
        return (row => get((TRow)row), TValue (object row) => get((TRow)row));
    }

    private static IEdmPrimitiveTypeReference EdmTypeOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isNullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return System.Type.GetTypeCode(type) switch
        {
            TypeCode.String => EdmCoreModel.Instance.GetString(isNullable),
            TypeCode.Boolean => EdmCoreModel.Instance.GetBoolean(isNullable),
            TypeCode.Int32 => EdmCoreModel.Instance.GetInt32(isNullable),
            TypeCode.Int64 => EdmCoreModel.Instance.GetInt64(isNullable),
            TypeCode.Decimal => EdmCoreModel.Instance.GetDecimal(precision: null, scale: null, isNullable),
            _ when type == typeof(DateOnly) => EdmCoreModel.Instance.GetDate(isNullable),
            _ when type == typeof(DateTimeOffset) => EdmCoreModel.Instance.GetDateTimeOffset(isNullable),
            _ => throw new InvalidOperationException($"{property.Name}: the feed has no type for {type.Name}."),
        };
    }
}

/// <summary>Columns of this row that have no description of their own mean what those of the same name mean in another.</summary>
/// <param name="rowType">The other row.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ColumnsAsInAttribute(Type rowType) : Attribute
{
    /// <summary>The other row.</summary>
    public Type RowType { get; } = rowType;
}

/// <summary>What a number counts.</summary>
/// <param name="unit">The unit, in Indonesian, such as <c>persen</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class UnitAttribute(string unit) : Attribute
{
    /// <summary>The unit.</summary>
    public string Unit { get; } = unit;
}

/// <summary>When a column is null, where its description does not end by saying so (<c>; kosong bila …</c>).</summary>
/// <param name="when">The rule, in Indonesian, such as <c>bila belum dilaporkan</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyAttribute(string when) : Attribute
{
    /// <summary>The rule.</summary>
    public string When { get; } = when;
}

/// <summary>The column holds several values, semicolons between, and so no key of another set.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SeveralValuesAttribute : Attribute;

/// <summary>What a whole number says of a date.</summary>
internal enum DateNumber
{
    /// <summary>Year and month: 202407 for July 2024.</summary>
    Month,

    /// <summary>The year.</summary>
    Year,
}

/// <summary>The column is a date as a whole number; a condition on it narrows what is read as one on the date does.</summary>
/// <param name="column">The date's column, in the same row; it holds first days of months.</param>
/// <param name="number">What of it.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberOfAttribute(string column, DateNumber number) : Attribute
{
    /// <summary>The date's column.</summary>
    public string Column { get; } = column;

    /// <summary>What of the date.</summary>
    public DateNumber Number { get; } = number;

    /// <summary>What the column means, in Indonesian; null for a year, of which each set says whose it is.</summary>
    public string? Description => Number == DateNumber.Month ? $"{Column} sebagai bilangan bulat: tahun dan bulan, misalnya 202407." : null;

    /// <summary>What it counts, in Indonesian; null for a year.</summary>
    public string? Unit => Number == DateNumber.Month ? "tahun dan bulan" : null;
}
