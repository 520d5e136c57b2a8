using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Testing;

/// <summary>User code and generated code, compiled and loaded; disposing lets it go.</summary>
public sealed class LoadedCode : IDisposable
{
    private readonly AssemblyLoadContext context;

    private LoadedCode(AssemblyLoadContext context, Assembly assembly)
    {
        this.context = context;
        Assembly = assembly;
    }

    /// <summary>The assembly. NetGen.dll is the test's own, so that its types are too.</summary>
    public Assembly Assembly { get; }

    /// <summary>Creates a network through its constructor that takes a seed.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="typeName">Its full name; may be left out where there is one network.</param>
    /// <param name="seed">Handed to the parameter <c>seed</c>, whatever its integer type.</param>
    /// <exception cref="AssertionFailedException">There is no such network, or no such constructor.</exception>
    public INetwork<T> CreateNetwork<T>(string? typeName = null, int seed = 1)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        using IDisposable culture = HostileCulture.Enter();
        Type type = NetworkType(typeof(INetwork<T>), typeName);
        return (INetwork<T>)SeededConstructor.Invoke(type, seed);
    }

    /// <summary>A type by its full name.</summary>
    /// <exception cref="AssertionFailedException">There is none.</exception>
    public Type GetType(string fullName) =>
        Assembly.GetType(fullName) ?? throw new AssertionFailedException($"There is no type {fullName}, but {TypeNames()}.");

    /// <summary>
    /// A public static method as a delegate: user code that calls what no interface has, such as <c>net.Classify(pixels)</c>,
    /// without reflection in the call.
    /// </summary>
    /// <typeparam name="TDelegate">Of the method's signature, such as <c>Func&lt;float[], int&gt;</c>.</typeparam>
    /// <exception cref="AssertionFailedException">There is no such method.</exception>
    public TDelegate Method<TDelegate>(string typeName, string methodName)
        where TDelegate : Delegate
    {
        MethodInfo method = GetType(typeName).GetMethod(methodName, BindingFlags.Public | BindingFlags.Static)
            ?? throw new AssertionFailedException($"{typeName} has no public static method {methodName}.");
        return method.CreateDelegate<TDelegate>();
    }

    /// <inheritdoc/>
    public void Dispose() => context.Unload();

    internal static LoadedCode Load(CSharpCompilation compilation)
    {
        using var code = new MemoryStream();
        // Debug information within the assembly, sources within that: stack traces name lines, debuggers show them.
        EmitResult emitted = CompileDiagnostics.WithoutDocumentation(compilation).Emit(
            code,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded),
            embeddedTexts: compilation.SyntaxTrees.Select(tree => EmbeddedText.FromSource(tree.FilePath, tree.GetText())));
        if (!emitted.Success)
        {
            throw new AssertionFailedException($"Expected code that can be emitted.\n{Listing.Of(emitted.Diagnostics, compilation)}");
        }

        code.Position = 0;
        var context = new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true);
        return new LoadedCode(context, context.LoadFromStream(code));
    }

    private Type NetworkType(Type contract, string? typeName)
    {
        Type[] networks = [.. Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && contract.IsAssignableFrom(type))];
        Type[] fitting = [.. networks.Where(type => typeName is null || type.FullName == typeName)];
        return fitting is [Type only]
            ? only
            : throw new AssertionFailedException(
                $"Expected one {contract} named {typeName ?? "anything"}, but found {fitting.Length}; there is {TypeNames()}.");
    }

    private string TypeNames() => string.Join(", ", Assembly.GetTypes().Select(type => type.FullName));
}
