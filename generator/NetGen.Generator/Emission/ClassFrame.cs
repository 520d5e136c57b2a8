using System;
using System.Collections.Generic;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>Reopens a network's class, in its namespace and the types around it.</summary>
internal static class ClassFrame
{
    public static void Emit(CodeWriter writer, ClassDeclaration declared, ElementType element, Action emitMembers)
    {
        if (declared.Namespace.Length > 0)
        {
            writer.Line($"namespace {declared.Namespace};").Gap();
        }

        var blocks = new Stack<IDisposable>();
        foreach (string container in declared.Containers)
        {
            blocks.Push(writer.Block(container));
        }

        using (writer.Block($"partial class {declared.Identifier} : global::NetGen.INetwork<{element.Name}>"))
        {
            emitMembers();
        }

        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }
    }
}
