using System.Globalization;
using Microsoft.OData.UriParser;

namespace Renstra.Functions.Feed.OData.Query;

/// <summary>
/// The operators of OData 4.01 (URL Conventions, 5.1.1.1 and 5.1.1.2). What they make of null is said here once for every type:
/// <c>eq</c>, <c>ne</c> and <c>in</c> know it as a value of its own, the four that order are false with one null, and to
/// <c>and</c>, <c>or</c>, <c>not</c> and arithmetic it is unknown.
/// </summary>
internal static class OperatorsOnRows
{
    /// <summary>An operand as one of a type.</summary>
    /// <exception cref="RefusedRequest">It is of another.</exception>
    public static Operand<T> As<T>(Operand operand) => operand switch
    {
        { IsNullLiteral: true } => Operand<T>.Nothing,
        Operand<T> typed => typed,
        _ => throw RefusedRequest.Mistaken($"Di situ diperlukan {Operand<T>.Nothing.TypeName}, bukan {operand.TypeName}."),
    };

    /// <summary>What a function makes of an operand; of null it makes null.</summary>
    public static Operand<TResult?> Map<T, TResult>(this Operand<T?> operand, Func<T, TResult> function)
        where T : struct
        where TResult : struct
    {
        var read = operand.Read;
        if (operand.IsConstant)
        {
            try
            {
                return Operand<TResult?>.Constant(operand.Value is { } constant ? function(constant) : null);
            }
            catch (ArithmeticException)
            {
                // A mistake only where there is a row to compute it for.
            }
        }

        return new(row => read(row) is { } value ? function(value) : null);
    }

    public static Operand Logical(BinaryOperatorKind kind, Operand left, Operand right)
    {
        var (first, second) = (As<bool?>(left).Read, As<bool?>(right).Read);
        return kind == BinaryOperatorKind.And
            ? new Operand<bool?>(row => first(row) is not { } one ? (second(row) is false ? false : null) : one ? second(row) : false)
            : new Operand<bool?>(row => first(row) is not { } one ? (second(row) is true ? true : null) : one ? true : second(row));
    }

    public static Operand Not(Operand operand)
    {
        var read = As<bool?>(operand).Read;
        return new Operand<bool?>(row => !read(row));
    }

    /// <exception cref="RefusedRequest">Values of the two types cannot be compared.</exception>
    public static Operand Comparison(BinaryOperatorKind kind, Operand left, Operand right) => Promoted(left, right) switch
    {
        (Operand<string?> one, Operand<string?> other) => ComparedTexts(kind, one, other),
        (Operand<long?> one, Operand<long?> other) => ComparedValues(kind, one, other),
        (Operand<decimal?> one, Operand<decimal?> other) => ComparedValues(kind, one, other),
        (Operand<double?> one, Operand<double?> other) => ComparedValues(kind, one, other),
        (Operand<bool?> one, Operand<bool?> other) => ComparedValues(kind, one, other),
        (Operand<DateOnly?> one, Operand<DateOnly?> other) => ComparedValues(kind, one, other),
        (Operand<DateTimeOffset?> one, Operand<DateTimeOffset?> other) => ComparedValues(kind, one, other),
        _ => throw RefusedRequest.Mistaken($"Nilai {left.TypeName} dan {right.TypeName} tidak dapat dibandingkan. Periksa tanda kutip dan penulisan tanggal (2024-07-01)."),
    };

    /// <exception cref="RefusedRequest">An operand is no number.</exception>
    public static Operand Arithmetic(BinaryOperatorKind kind, Operand left, Operand right) => Promoted(left, right) switch
    {
        (Operand<long?> one, Operand<long?> other) => Computed(one, other, kind switch
        {
            BinaryOperatorKind.Add => static (x, y) => checked(x + y),
            BinaryOperatorKind.Subtract => static (x, y) => checked(x - y),
            BinaryOperatorKind.Multiply => static (x, y) => checked(x * y),
            BinaryOperatorKind.Divide => static (x, y) => x / y,
            _ => static (x, y) => y == -1 ? 0 : x % y,
        }),
        (Operand<decimal?> one, Operand<decimal?> other) => Computed(one, other, kind switch
        {
            BinaryOperatorKind.Add => decimal.Add,
            BinaryOperatorKind.Subtract => decimal.Subtract,
            BinaryOperatorKind.Multiply => decimal.Multiply,
            BinaryOperatorKind.Divide => decimal.Divide,
            _ => decimal.Remainder,
        }),
        (Operand<double?> one, Operand<double?> other) => Computed(one, other, kind switch
        {
            BinaryOperatorKind.Add => static (x, y) => x + y,
            BinaryOperatorKind.Subtract => static (x, y) => x - y,
            BinaryOperatorKind.Multiply => static (x, y) => x * y,
            BinaryOperatorKind.Divide => static (x, y) => x / y,
            _ => static (x, y) => x % y,
        }),
        _ when left.IsNullLiteral && right.IsNullLiteral => Operand.Null,
        _ => throw RefusedRequest.Mistaken($"Hanya angka yang dapat dihitung, bukan {left.TypeName} dengan {right.TypeName}."),
    };

    public static Operand Negation(Operand operand) => operand switch
    {
        { IsNullLiteral: true } => Operand.Null,
        Operand<long?> whole => whole.Map((long value) => checked(-value)),
        Operand<decimal?> number => number.Map((decimal value) => -value),
        Operand<double?> number => number.Map((double value) => -value),
        _ => throw RefusedRequest.Mistaken($"Hanya angka yang dapat diberi tanda minus, bukan {operand.TypeName}."),
    };

    /// <param name="operand">What is looked for.</param>
    /// <param name="values">The list; null may be in it.</param>
    /// <exception cref="RefusedRequest">A value cannot be compared with the operand.</exception>
    public static Operand In(Operand operand, IReadOnlyList<object?> values)
    {
        if (operand.IsNullLiteral)
        {
            return new Operand<bool?>(_ => values.Contains(null));
        }

        var hasNull = values.Contains(null);
        return operand switch
        {
            Operand<string?> text => Among(text.Read, Listed<string>(), StringComparer.Ordinal),
            Operand<bool?> flag => AmongValues(flag.Read, Listed<bool>()),
            Operand<DateOnly?> day => AmongValues(day.Read, Listed<DateOnly>()),
            Operand<DateTimeOffset?> moment => AmongValues(moment.Read, Listed<DateTimeOffset>()),
            _ => AmongValues(AsDecimal(operand).Read, Numbers()),
        };

        Operand Among(Func<object, string?> read, IEnumerable<string> list, IEqualityComparer<string> comparer)
        {
            var set = list.ToHashSet(comparer);
            return new Operand<bool?>(row => read(row) is { } value ? set.Contains(value) : hasNull);
        }

        Operand AmongValues<T>(Func<object, T?> read, IEnumerable<T> list)
            where T : struct
        {
            var set = list.ToHashSet();
            return new Operand<bool?>(row => read(row) is { } value ? set.Contains(value) : hasNull);
        }

        IEnumerable<T> Listed<T>() => values.OfType<object>().Select(value => value is T same ? same : throw Mismatch(value));

        // A number that no decimal can hold is no column's value.
        IEnumerable<decimal> Numbers() => values.OfType<object>().Where(value => value is not double)
            .Select(value => value is long or decimal ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : throw Mismatch(value));

        RefusedRequest Mismatch(object value) => RefusedRequest.Mistaken(
            string.Create(CultureInfo.InvariantCulture, $"Daftar sesudah in memuat {value}, yang tidak dapat dibandingkan dengan {operand.TypeName}."));
    }

    private static Operand<bool?> ComparedTexts(BinaryOperatorKind kind, Operand<string?> left, Operand<string?> right)
    {
        if (right.Value is not { } text || left.IsConstant)
        {
            return Compared(kind, left.Read, right.Read, string.CompareOrdinal);
        }

        var read = left.Read;
        return kind switch
        {
            BinaryOperatorKind.Equal => new(row => string.Equals(read(row), text, StringComparison.Ordinal)),
            BinaryOperatorKind.NotEqual => new(row => !string.Equals(read(row), text, StringComparison.Ordinal)),
            _ => Compared(kind, read, right.Read, string.CompareOrdinal),
        };
    }

    /// <summary>The most usual comparison, of a column with a literal, looks at nothing but the two values.</summary>
    private static Operand<bool?> ComparedValues<T>(BinaryOperatorKind kind, Operand<T?> left, Operand<T?> right)
        where T : struct, IComparable<T>
    {
        if (right.Value is not { } literal || left.IsConstant)
        {
            return Compared(kind, left.Read, right.Read, Nullable.Compare);
        }

        var read = left.Read;
        return kind switch
        {
            BinaryOperatorKind.Equal => new(row => read(row) is { } value && value.CompareTo(literal) == 0),
            BinaryOperatorKind.NotEqual => new(row => read(row) is not { } value || value.CompareTo(literal) != 0),
            BinaryOperatorKind.GreaterThan => new(row => read(row) is { } value && value.CompareTo(literal) > 0),
            BinaryOperatorKind.GreaterThanOrEqual => new(row => read(row) is { } value && value.CompareTo(literal) >= 0),
            BinaryOperatorKind.LessThan => new(row => read(row) is { } value && value.CompareTo(literal) < 0),
            _ => new(row => read(row) is { } value && value.CompareTo(literal) <= 0),
        };
    }

    private static Operand<bool?> Compared<T>(BinaryOperatorKind kind, Func<object, T> left, Func<object, T> right, Comparison<T> compare)
    {
        return kind switch
        {
            BinaryOperatorKind.Equal => new(row => Order(row) is 0),
            BinaryOperatorKind.NotEqual => new(row => Order(row) is not 0),
            BinaryOperatorKind.GreaterThan => new(row => Order(row) > 0),
            BinaryOperatorKind.GreaterThanOrEqual => new(row => Order(row) >= 0),
            BinaryOperatorKind.LessThan => new(row => Order(row) < 0),
            _ => new(row => Order(row) <= 0),
        };

        // Null is equal to itself alone, and comes neither before nor behind anything.
        int? Order(object row)
        {
            var (one, other) = (left(row), right(row));
            return one is null || other is null ? (one is null && other is null ? 0 : null) : compare(one, other);
        }
    }

    private static Operand<T?> Computed<T>(Operand<T?> left, Operand<T?> right, Func<T, T, T> compute)
        where T : struct
    {
        var (first, second) = (left.Read, right.Read);
        return new(row => first(row) is { } one && second(row) is { } other ? compute(one, other) : null);
    }

    /// <summary>Two operands of one type, where there is one: null takes the other's, numbers the wider of the two (5.1.1.16).</summary>
    private static (Operand Left, Operand Right) Promoted(Operand left, Operand right) => (left, right) switch
    {
        ({ IsNullLiteral: true }, { IsNullLiteral: true }) => (left, right),
        ({ IsNullLiteral: true }, _) => (NothingLike(right), right),
        (_, { IsNullLiteral: true }) => (left, NothingLike(left)),
        ({ IsNumber: true }, { IsNumber: true }) when left.Type == right.Type => (left, right),
        (Operand<double?>, { IsNumber: true }) or ({ IsNumber: true }, Operand<double?>) => (AsDouble(left), AsDouble(right)),
        ({ IsNumber: true }, { IsNumber: true }) => (AsDecimal(left), AsDecimal(right)),
        _ => (left, right),
    };

    private static Operand NothingLike(Operand operand) => operand switch
    {
        Operand<string?> => Operand<string?>.Nothing,
        Operand<long?> => Operand<long?>.Nothing,
        Operand<decimal?> => Operand<decimal?>.Nothing,
        Operand<double?> => Operand<double?>.Nothing,
        Operand<DateOnly?> => Operand<DateOnly?>.Nothing,
        Operand<DateTimeOffset?> => Operand<DateTimeOffset?>.Nothing,
        _ => Operand<bool?>.Nothing,
    };

    private static Operand<decimal?> AsDecimal(Operand operand) => operand switch
    {
        Operand<long?> whole => whole.Map((long value) => (decimal)value),
        Operand<double?> number => number.Map((double value) => (decimal)value),
        _ => As<decimal?>(operand),
    };

    private static Operand<double?> AsDouble(Operand operand) => operand switch
    {
        Operand<long?> whole => whole.Map((long value) => (double)value),
        Operand<decimal?> number => number.Map((decimal value) => (double)value),
        _ => As<double?>(operand),
    };
}
