using System.Collections.Generic;

namespace NetGen.Generator.Emission;

/// <summary>The method of a step: layers of one kind and size have the same but for names, and share it.</summary>
/// <param name="Formulas">What it computes.</param>
/// <param name="Code">Its text, with <see cref="Placeholder"/> for a name.</param>
/// <param name="Form">The text with numbers in place of all names that tell layers apart: kernels of one form do the same.</param>
internal sealed record Kernel(IReadOnlyList<string> Formulas, string Code, string Form)
{
    public const string Placeholder = "§";

    /// <summary>The JIT inlines up to a budget: within its caller, a kernel would leave the functions of its own lanes as calls.</summary>
    public const string NotInlined = "[global::System.Runtime.CompilerServices.MethodImpl(NotInlined)]";
}
