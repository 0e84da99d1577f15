package org.tansiq.app.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a program gets that names the client's jar and nothing else: read from the poms, found on the
 * class path of this test.
 */
final class Published {
    private static final String OURS = "tansiq-";
    private static final XPath PATHS = XPathFactory.newInstance().newXPath();

    private final TreeSet<String> modules = new TreeSet<>();
    private final TreeSet<String> libraries = new TreeSet<>();

    private Published() {}

    static Published client() throws IOException, SAXException {
        Published all = new Published();
        all.add("client");
        return all;
    }

    private void add(String module) throws IOException, SAXException {
        if (!modules.add(module)) return;
        for (String needed : texts(pom(module), "/project/dependencies/dependency[not(scope)]/artifactId"))
            if (needed.startsWith(OURS)) add(needed.substring(OURS.length()));
            else libraries.add(needed);
    }

    private static Document pom(String module) throws IOException, SAXException {
        try {
            File file = Path.of("..", module, "pom.xml").toFile();
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(Document pom, String path) {
        try {
            NodeList found = (NodeList) PATHS.evaluate(path, pom, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++)
                texts.add(found.item(i).getTextContent().strip());
            return texts;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** What a module's pom says at a path of XPath; "." is the parent of all. */
    static List<String> says(String module, String path) throws IOException, SAXException {
        return texts(pom(module), path);
    }

    /** The modules, the client among them. */
    List<String> modules() {
        return List.copyOf(modules);
    }

    /** A class path: one jar, or folder of classes that would be in it, for each module and each library. */
    String classPath() {
        return String.join(
                File.pathSeparator,
                Stream.concat(
                                modules.stream().map(Published::ofModule),
                                libraries.stream().map(Published::ofLibrary))
                        .toList());
    }

    private static String ofModule(String module) {
        String folder = Path.of(module, "target", "classes").toString();
        return on(entry -> entry.endsWith(folder) || named(entry, OURS + module), module);
    }

    private static String ofLibrary(String library) {
        return on(entry -> named(entry, library), library);
    }

    private static boolean named(String entry, String artifact) {
        return Path.of(entry).getFileName().toString().matches(artifact + "-[0-9].*\\.jar");
    }

    private static String on(Predicate<String> wanted, String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + name + " on the class path"));
    }
}
