package dev.payfleet.provider.visit;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.payfleet.provider.Origins;
import java.net.URI;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The page as its scripts left it, with what the plain markup leaves out: open shadow roots, and the documents of
/// frames that lie within the wall.
final class PageSnapshot {

    /// Shadow roots are written as `<template shadowrootmode>`, which needs each of them named.
    private static final String MARKUP = """
            () => {
              const roots = [];
              const visit = node => node.querySelectorAll('*').forEach(element => {
                if (element.shadowRoot) {
                  roots.push(element.shadowRoot);
                  visit(element.shadowRoot);
                }
              });
              visit(document);
              const root = document.documentElement;
              if (!root) return '';
              const type = document.doctype ? '<!doctype html>' : '';
              if (roots.length === 0) return type + root.outerHTML;
              const shell = root.cloneNode(false).outerHTML.replace(/<\\/html>$/i, '');
              return type + shell + root.getHTML({ shadowRoots: roots }) + '</html>';
            }""";

    private PageSnapshot() {}

    /// Reads it now.
    ///
    /// @throws PlaywrightException while the page is on its way to another document, or was closed
    static Document of(Page page, Origins origins) {
        Document document = parsed(page.mainFrame());
        for (Frame frame : page.frames()) {
            if (frame.parentFrame() != null && isWithin(frame, origins)) {
                append(document, frame);
            }
        }
        return document;
    }

    private static void append(Document document, Frame frame) {
        Element holder = document.body().appendElement("frame-document").attr("name", frame.name());
        try {
            Document inner = parsed(frame);
            holder.attr("src", inner.location());
            holder.appendChildren(inner.body().childNodesCopy());
        } catch (PlaywrightException e) {
            // A frame that goes away while the page is read is not part of it any more.
            if (frame.page().isClosed()) {
                throw e;
            }
            holder.remove();
        }
    }

    private static Document parsed(Frame frame) {
        String markup = (String) Objects.requireNonNull(frame.evaluate(MARKUP), "a page has markup");
        return Jsoup.parse(markup, frame.url());
    }

    /// A frame without an address of its own is written by the page around it.
    private static boolean isWithin(Frame frame, Origins origins) {
        String url = frame.url();
        Frame parent = frame.parentFrame();
        if (url.isEmpty() || url.startsWith("about:")) {
            return parent != null && (parent.parentFrame() == null || isWithin(parent, origins));
        }
        return origins.admits(URI.create(url));
    }
}
