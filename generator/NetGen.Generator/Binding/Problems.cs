using System.Collections.Generic;
using NetGen.Generator.Infrastructure;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class Problems
{
    private readonly List<Problem> items = [];

    public bool Any => items.Count > 0;

    public void Add(string id, int position, string message) => items.Add(new Problem(id, position, message));

    public void AddRange(IEnumerable<Problem> problems) => items.AddRange(problems);

    public EquatableArray<Problem> ToArray() => new(items);
}
