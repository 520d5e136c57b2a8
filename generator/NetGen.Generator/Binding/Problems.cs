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

    /// <summary>Adds an argument that is not in its range, if there is a complaint; true where there is none.</summary>
    public bool Accept(string? complaint, int position)
    {
        if (complaint is not null)
        {
            Add(ProblemIds.ArgumentOutOfRange, position, complaint);
        }

        return complaint is null;
    }

    public void AddRange(IEnumerable<Problem> problems) => items.AddRange(problems);

    public EquatableArray<Problem> ToArray() => new(items);
}
