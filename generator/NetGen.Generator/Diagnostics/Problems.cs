using System.Collections.Generic;
using NetGen.Generator.Infrastructure;

namespace NetGen.Generator.Diagnostics;

/// <summary>Collects what is wrong with a declaration.</summary>
internal sealed class Problems
{
    private readonly List<Problem> items = [];

    public bool Any => items.Count > 0;

    /// <summary>Adds what is wrong, once.</summary>
    public void Add(ProblemKind kind, int position, string message)
    {
        var problem = new Problem(kind, position, message);
        if (!items.Contains(problem))
        {
            items.Add(problem);
        }
    }

    /// <summary>Adds an argument that is not in its range, if there is a complaint; true where there is none.</summary>
    public bool Accept(string? complaint, int position)
    {
        if (complaint is not null)
        {
            Add(ProblemKind.ArgumentOutOfRange, position, complaint);
        }

        return complaint is null;
    }

    public void AddRange(IEnumerable<Problem> problems) => items.AddRange(problems);

    public EquatableArray<Problem> ToArray() => new(items);
}
