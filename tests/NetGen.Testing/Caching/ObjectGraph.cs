using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>Searches everything that can be reached from an object through fields and array elements, public or not.</summary>
internal static class ObjectGraph
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> FieldsByType = new();

    /// <summary>Finds objects by a predicate; what lies behind a found object is not searched.</summary>
    /// <param name="root">Where to start.</param>
    /// <param name="rootPath">The beginning of each path.</param>
    /// <param name="describe">Says what an object is if it is searched for, and null otherwise.</param>
    /// <returns>The path to each, its description and its type.</returns>
    public static IReadOnlyList<string> Find(object? root, string rootPath, Func<object, string?> describe)
    {
        var found = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Queue<(object? Value, string Path)>();
        open.Enqueue((root, rootPath));
        while (open.TryDequeue(out (object? Value, string Path) next))
        {
            if (next.Value is not { } value || IsLeaf(value) || !seen.Add(value))
            {
                continue;
            }

            if (describe(value) is { } description)
            {
                found.Add($"{next.Path} is {description}: {value.GetType()}");
                continue;
            }

            foreach ((object? child, string path) in Children(value))
            {
                open.Enqueue((child, next.Path + path));
            }
        }

        return found;
    }

    private static bool IsLeaf(object value) =>
        value.GetType().IsPrimitive || value is string or Enum or Pointer or MemberInfo or Assembly or Module or SourceText;

    private static IEnumerable<(object? Value, string Path)> Children(object value)
    {
        if (value is Array array)
        {
            return array.GetType().GetElementType()!.IsPrimitive
                ? []
                : array.Cast<object?>().Select((element, index) => (element, $"[{index}]"));
        }

        return FieldsByType.GetOrAdd(value.GetType(), Fields).Select(field => (field.GetValue(value), $".{Name(field)}"));
    }

    private static FieldInfo[] Fields(Type type)
    {
        const BindingFlags declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = new List<FieldInfo>();
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            fields.AddRange(level.GetFields(declared).Where(field => !field.FieldType.IsPrimitive && !field.FieldType.IsPointer));
        }

        return [.. fields];
    }

    // The field behind a property is called "<Name>k__BackingField".
    private static string Name(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
