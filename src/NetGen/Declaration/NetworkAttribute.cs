using System;

namespace NetGen;

/// <summary>
/// Marks a partial class as a neural network. The attributes that stand with it, read in order, are its layers, its loss and
/// its optimizer; the generator writes the rest of the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>The element type of parameters, inputs and outputs. <see cref="Precision.Single"/> unless set.</summary>
    public Precision Precision { get; set; }
}
