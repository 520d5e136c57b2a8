namespace NetGen.Generator.Passes;

/// <summary>What of a step's results the members of a team share out; the terms of a sum they never do.</summary>
internal enum Division
{
    /// <summary>Nothing: the first member makes all of them.</summary>
    None,

    /// <summary>Samples: each is computed from itself and from what is the same for all.</summary>
    Samples,

    /// <summary>Rows of the gradient of a weight.</summary>
    Rows,

    /// <summary>Columns of the result: of a sum over rows, of a transposed copy, or the units of a layer of many weights.</summary>
    Columns,

    /// <summary>Units of a layer of many weights, whose transposed copy is made: each member copies weights that it updates.</summary>
    Units,
}
