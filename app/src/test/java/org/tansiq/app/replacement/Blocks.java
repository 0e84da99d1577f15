package org.tansiq.app.replacement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command prints, in an order that two worlds share: conflicts that begin at one time stand in the
 * order of their names, which chance draws. That they do is seen where lists are read as JSON.
 */
final class Blocks {
    private static final Pattern NAMED =
            Pattern.compile("^ {0,3}(?! ).*?\\bc-([a-z2-7]{16})|^\\{\"conflict\":\\{\"conflict\":\"([^\"]+)\"");

    private record Block(Optional<String> name, StringBuilder lines) {}

    private Blocks() {}

    static String ordered(String text, Called called) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(Optional.empty(), new StringBuilder()));
        for (String line : text.split("(?<=\n)", -1)) {
            Optional<String> name = name(line, called);
            boolean more = name.isEmpty()
                    && (line.startsWith(" ") || blocks.getLast().name.isEmpty());
            if (!more) blocks.add(new Block(name, new StringBuilder()));
            blocks.getLast().lines.append(line);
        }
        StringBuilder ordered = new StringBuilder();
        for (int i = 0; i < blocks.size(); ) {
            int end = i + 1;
            while (end < blocks.size()
                    && blocks.get(i).name.isPresent()
                    && blocks.get(end).name.isPresent()) end++;
            List<Block> run = new ArrayList<>(blocks.subList(i, end));
            run.sort(Comparator.comparing(block -> block.name.orElse("")));
            run.forEach(block -> ordered.append(block.lines));
            i = end;
        }
        return ordered.toString();
    }

    private static Optional<String> name(String line, Called called) {
        Matcher found = NAMED.matcher(line);
        if (!found.find()) return Optional.empty();
        return found.group(1) != null
                ? called.ofBrief(found.group(1))
                : org.tansiq.core.Hash.parse(found.group(2)).map(called::of);
    }
}
