using System.Reflection;

namespace NetGen.Conformance.Tests.Generated;

/// <summary>
/// The just-in-time compiler gives up optimizing a method beyond 60,000 bytes or 20,000 instructions of IL, 2,000 locals, 8,000 uses
/// of them or 2,000 basic blocks. What it inlines counts too, so that generated methods keep far below.
/// </summary>
public static class MethodSize
{
    private const int MostBytes = 8_000;
    private const int MostLocals = 400;

    /// <summary>Fails on a method of an assembly that is too large.</summary>
    public static void Check(Assembly assembly)
    {
        var methods = assembly.GetTypes().SelectMany(type => type.GetMembers(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        var bodies = methods.OfType<MethodBase>().Select(method => (Method: method, Body: method.GetMethodBody())).Where(each => each.Body is not null).ToList();
        bodies.ShouldNotBeEmpty();
        foreach (var (method, body) in bodies)
        {
            string name = $"{method.DeclaringType}.{method.Name}";

            // What describes a network runs once, and no faster for being optimized.
            if (method.IsConstructor && method.IsStatic)
            {
                continue;
            }

            body!.GetILAsByteArray()!.Length.ShouldBeLessThan(MostBytes, name);
            body.LocalVariables.Count.ShouldBeLessThan(MostLocals, name);
        }
    }
}
